import type { components, paths } from "#web/kit/client/schema.d.ts";
import type { SpaceKind } from "#web/kit/screen.ts";

export type FactKind = components["schemas"]["FactKind"];
export type Logged = paths["/api/v1/contracts/{contract}/facts"]["get"]["responses"]["200"]["content"]["application/json"]["items"][number];

/** A fact of the log, as it is shown. */
export interface Told {
  entry: number;
  name: string;
  id: string;
  source: string;
  kind: string;
  subject: string;
  by: string;
  occurred: string;
  recorded: string;
  fields: Readonly<Record<string, unknown>>;
}

export function toldOf({ entry, fact }: Logged): Told {
  const text = (key: string) => (typeof fact[key] === "string" ? fact[key] : "");
  const fields = typeof fact["fields"] === "object" && fact["fields"] !== null ? (fact["fields"] as Told["fields"]) : {};
  const [id, source] = [text("id"), text("source")];
  return {
    entry,
    id,
    source,
    name: `${source}:${id}`,
    kind: fact.kind,
    subject: text("subject"),
    by: text("by"),
    occurred: text("occurred"),
    recorded: text("recorded"),
    fields,
  };
}

/** What became of facts by what was told after them: corrected so many times, or withdrawn. By the fact's name. */
export function changesIn(log: readonly Told[]): Map<string, { corrected: number; withdrawn: boolean }> {
  const changes = new Map<string, { corrected: number; withdrawn: boolean }>();
  for (const { kind, fields } of log) {
    const target = fields["target"];
    if (typeof target !== "string" || (kind !== "fact.corrected" && kind !== "fact.withdrawn")) continue;
    const { corrected, withdrawn } = changes.get(target) ?? { corrected: 0, withdrawn: false };
    changes.set(target, { corrected: corrected + Number(kind === "fact.corrected"), withdrawn: withdrawn || kind === "fact.withdrawn" });
  }
  return changes;
}

/** Whether who looks may correct or withdraw a fact: the provider anybody's, the others what they told themselves. */
export function mayChange(space: SpaceKind, { kind, source }: Told): boolean {
  if (kind === "fact.corrected" || kind === "fact.withdrawn" || source === "tenu") return false;
  return space === "provider" || source === space || source.startsWith(`${space}-`);
}

const customerSide = ["customer", "administrator", "affiliate", "user"];
const anybody = ["provider", "distributor", ...customerSide, "supervisor", "third-party"];

/** The parties as whom a kind may be stated from a space. */
export function speakersOf(space: SpaceKind, { by }: Pick<FactKind, "by">): string[] {
  const allowed = by.includes("anyone") ? anybody : by;
  if (space === "provider") return [...allowed];
  return allowed.filter((party) => (space === "customer" ? customerSide.includes(party) : party === "distributor"));
}

/** Kinds that a form can state: those with minutes by the thousand come from machines, corrections have a form of their own. */
export function statable(space: SpaceKind, kinds: readonly FactKind[]): FactKind[] {
  const own = ["fact.corrected", "fact.withdrawn", "contract.accepted"];
  return kinds.filter(
    (kind) => !own.includes(kind.kind) && !Object.values(kind.fields).includes("runs") && speakersOf(space, kind).length > 0,
  );
}
