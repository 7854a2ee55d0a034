export interface Column {
  name: string;
  type: string;
}

/** One statement that writes a revision's rows: facts, the revision, item versions old and new, the head. */
export function statement({ fact, revision, item }: Record<"fact" | "revision" | "item", Column[]>, single: boolean): string {
  let given = 0;
  const next = ({ type }: Column, array = true) => `$${(given += 1)}::${type}${array ? "[]" : ""}`;
  const list = (columns: Column[], array: boolean) => columns.map((column) => next(column, array)).join(", ");
  const facts = single ? `values (${list(fact, false)})` : `select * from unnest(${list(fact, true)})`;
  const revisions = `values (${list(revision, false)})`;
  const items = `select * from unnest(${list(item, true)})`;
  const key = [
    { name: "key", type: "text" },
    { name: "number", type: "int" },
  ];
  const replaced = `unnest(${list(key, true)}) as r (key, number)`;
  const head = headColumns.map((column) => next(column, false));
  const [tenant, contract, at] = head;
  const sets = headColumns.slice(2).map(({ name }, index) => `${name} = ${head[index + 2]}`);
  return `with facts as (insert into bare.fact ${facts}),
    revisions as (insert into bare.revision ${revisions}),
    items as (insert into bare.item ${items}),
    replaced as (update bare.item i set until = ${at} from ${replaced}
      where i.tenant_id = ${tenant} and i.contract_id = ${contract} and i.key = r.key and i.number = r.number and i.until is null)
    update bare.contract set ${sets.join(", ")} where tenant_id = ${tenant} and contract_id = ${contract}`;
}

/** What a revision changes of the contract's row. */
export const headColumns: Column[] = [
  { name: "tenant_id", type: "uuid" },
  { name: "contract_id", type: "uuid" },
  { name: "revision", type: "bigint" },
  { name: "facts", type: "bigint" },
  { name: "frontier", type: "bytea" },
  { name: "rests", type: "timestamptz" },
  { name: "due", type: "timestamptz" },
  { name: "recorded", type: "timestamptz" },
  { name: "phase", type: "text" },
  { name: "edition", type: "text" },
];
