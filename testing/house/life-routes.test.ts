import { describe, expect, test } from "vitest";
import { factCatalogue } from "#catalogue";
import { run } from "#kernel/engine/run.ts";
import { digestOf, digestOfText } from "#kernel/evidence/canonical.ts";
import { entryFromText } from "#kernel/evidence/entry.ts";
import { clauseKinds } from "#kernel/kinds/all.ts";
import { type RawReferences, readReferences } from "#kernel/references.ts";
import { compose } from "#kernel/terms/compose.ts";
import type { Particulars } from "#kernel/terms/contract.ts";
import { readLibrary } from "#kernel/terms/library.ts";
import { formatInstant } from "#kernel/time/instant.ts";
import { standingJson } from "#kernel/words/json/standing.ts";
import { openVoice } from "#kernel/words/voice.ts";
import { append } from "#ledger/facts/append.ts";
import { ledgerRoutes } from "#ledger/routes.ts";
import { referenceRoutes } from "#ledger/routes/references.ts";
import { openApi } from "#platform/http/app.ts";
import { openAuthenticator } from "#platform/http/authenticate.ts";
import { openPages } from "#platform/http/pages.ts";
import { rawReferences } from "#references/load.ts";
import { cloneDatabase, makeTenant } from "../database.ts";
import { livedContract } from "./audited.ts";
import { author } from "./evidence.ts";
import { newContract, newId, references, testLedger } from "./ledger.ts";
import { keyOf } from "./neighbours.ts";
import { exampleOrder } from "./order.ts";

const database = await cloneDatabase();
const ledger = await testLedger(database, Date.parse("2020-01-01T00:00:00Z"));
const desk = await makeTenant(database, newId(), "provider");
const { secret } = await keyOf(ledger, desk);
const plenty = { perSecond: 1e9, burst: 1e9 };
const raw = rawReferences();
const app = openApi({
  routes: [...ledgerRoutes(ledger, { ...author, figures: digestOf(raw) }, openPages(new Uint8Array(32).fill(5))), ...referenceRoutes(raw)],
  about: { title: { fr: "Tenu", en: "Tenu" }, description: { fr: "Vies", en: "Lives" }, version: "0" },
  authenticate: openAuthenticator(database.app),
  now: ledger.now,
  health: async () => ({ database: true, migrated: true, clockLag: 0 }),
  checkAnswers: true,
  perAddress: plenty,
  perKey: plenty,
});

interface Life {
  name: string;
  revision: number;
  size: number;
  edition: string;
  particulars: Particulars;
  documents: { id: string; version: string; digest: string; body: string }[];
  references: { edition: string; digest: string };
  entries: { position: number; statedBy: string; entry: string }[];
  next?: number;
}

interface Text {
  language: string;
  version: string;
  html: string;
  title: string;
  documents: { id: string; version: string; title: string }[];
}

async function get<T>(path: string, language = "en"): Promise<T> {
  const headers = { Authorization: `Bearer ${secret}`, "Accept-Language": language };
  const answer = await app.fetch(new Request(`http://tenu.test/api/v1${path}`, { headers }));
  expect(answer.status).toBe(200);
  return (await answer.json()) as T;
}

/** Folds what was taken away, with nothing of the installation but what it answered. */
function folded({ particulars, documents, entries }: Life, figures: RawReferences, at: number) {
  const library = readLibrary(
    documents.map(({ id, body }) => ({ file: `${id}.md`, text: body })),
    factCatalogue,
    clauseKinds,
  );
  const contract = compose(library, particulars);
  const facts = entries.map(({ entry }) => entryFromText(entry).fact);
  const read = readReferences(figures);
  const standing = run(contract, facts, read, { at, knownAt: ledger.now() });
  return standingJson(standing, contract, openVoice("en", read.zones[contract.zone]!));
}

describe("whoever takes a contract's life away", () => {
  test.each([2, 5, 11])("folds it to the standing that the installation tells: seed %i", async (seed) => {
    const name = await livedContract(ledger, database, seed, 120);
    const life = await get<Life>(`/contracts/${name.contract}/life`);
    const figures = await get<RawReferences & { digest: string }>("/references");
    for (const at of [ledger.now(), ledger.now() - 200 * 86_400_000]) {
      const told = await get(`/contracts/${name.contract}/standing/${formatInstant(at)}`);
      expect(JSON.parse(JSON.stringify(folded(life, figures, at)))).toEqual(told);
    }
  });

  test("gets the texts, the figures and the entries whose digests are signed", async () => {
    const name = await livedContract(ledger, database, 1, 40);
    const { documents, references: which } = await get<Life>(`/contracts/${name.contract}/life`);
    for (const { digest, body } of documents) expect(digestOfText(body)).toBe(digest);
    const { digest, ...figures } = await get<RawReferences & { digest: string }>("/references");
    expect([digestOf(figures), figures.edition]).toEqual([digest, which.edition]);
    expect(which).toEqual({ edition: references.edition, digest });
  });

  test("sees the entries that the list of facts shows, page by page", async () => {
    const name = await livedContract(ledger, database, 4, 60);
    const whole = await get<Life>(`/contracts/${name.contract}/life`);
    expect(whole.next).toBeUndefined();
    expect(whole.entries).toHaveLength(whole.size);
    const paged: Life["entries"] = [];
    for (let after: number | undefined = -1; after !== undefined;) {
      const page: Life = await get<Life>(`/contracts/${name.contract}/life?after=${after}&limit=25`);
      expect([page.revision, page.size]).toEqual([whole.revision, whole.size]);
      paged.push(...page.entries);
      after = page.next;
    }
    expect(paged).toEqual(whole.entries);
    const { items } = await get<{ items: { entry: number; statedBy: string; fact: unknown }[] }>(
      `/contracts/${name.contract}/facts?limit=50`,
    );
    const shown = whole.entries.slice(0, items.length).map(({ position, statedBy, entry }) => ({
      entry: position,
      statedBy,
      fact: (JSON.parse(entry) as { fact: unknown }).fact,
    }));
    expect(items).toEqual(shown);
  });
});

test("an amendment's document is in the text and in the life once it takes effect", async () => {
  const order = exampleOrder("amended");
  const documents = order.documents.filter((id) => id !== "maintenance");
  const name = await newContract(ledger, database, { ...order, documents });
  const path = (what: string) => `/contracts/${name.contract}/${what}`;
  const fact = { source: "desk", subject: "contract", by: "customer", occurred: ledger.now() };
  await append(ledger, name, [{ ...fact, id: "1", kind: "contract.accepted", fields: { "in-form": "writing" } }], "test");
  const before = await get<Text>(path("text"));
  expect(before.documents.map(({ id }) => id)).not.toContain("maintenance");
  ledger.time.now += 86_400_000;
  const parties = ["provider", "customer", "distributor"];
  const fields = { "in-form": "writing", "signed-by": parties, "validated-by": parties, attaches: ["maintenance"] };
  const amended = { ...fact, id: "2", kind: "contract.amended", by: "provider", occurred: ledger.now() };
  const effective = formatInstant(ledger.now());
  const { moved } = await append(ledger, name, [{ ...amended, fields: { ...fields, effective } }], "test");
  expect(moved.filter(({ type }) => type === "refusal")).toEqual([]);
  const after = await get<Text>(path("text"));
  expect(after.documents.map(({ id }) => id)).toContain("maintenance");
  expect(after.html).toContain('data-clause="acknowledgement"');
  expect(after.version).not.toBe(before.version);
  expect((await get<Life>(path("life"))).documents.map(({ id }) => id)).toContain("maintenance");
});

describe("the text of a contract", () => {
  test("is told in the language asked for, else in the request's", async () => {
    const name = await newContract(ledger, database, exampleOrder("words"));
    const path = `/contracts/${name.contract}/text`;
    const [asked, french, english] = [await get<Text>(`${path}?language=fr`), await get<Text>(path, "fr"), await get<Text>(path)];
    expect([asked.language, french.language, english.language]).toEqual(["fr", "fr", "en"]);
    expect(asked).toEqual(french);
    expect(english.version).toBe(digestOfText(english.html));
    expect(english.html).not.toBe(french.html);
    expect(english.title).toBe(english.documents[0]?.title);
    expect(english.documents.map(({ id }) => id).slice(-1)).toEqual(["eu"]);
  });
});
