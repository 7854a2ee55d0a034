import { describe, expect, test } from "vitest";
import { fromBase64 } from "#kernel/evidence/base64.ts";
import { readCheckpoint } from "#kernel/evidence/checkpoint.ts";
import { noteFromText, noteToText } from "#kernel/evidence/note.ts";
import type { Pack } from "#kernel/evidence/pack.ts";
import { proofFromText, verifyConsistency, verifyInclusion } from "#kernel/evidence/proofs.ts";
import { cosign, type Signer, signerOf, verifyNote } from "#kernel/evidence/signature.ts";
import { verifierKeyFromText, verifierKeyToText } from "#kernel/evidence/verifier-key.ts";
import { evidenceRoutes } from "#ledger/routes/evidence.ts";
import { openApi } from "#platform/http/app.ts";
import type { Caller } from "#platform/http/authenticate.ts";
import { openPages } from "#platform/http/pages.ts";
import { notAuthenticated } from "#platform/http/problems.ts";
import { scopes } from "#platform/http/scopes.ts";
import { openTrial } from "../../bin/trial.ts";
import { cloneDatabase, makeTenant } from "../database.ts";
import { author, contractWithPast, trust, verified } from "./evidence.ts";
import { newId, rowsOf, testLedger } from "./ledger.ts";

const database = await cloneDatabase();
const ledger = await testLedger(database, Date.parse("2020-01-01T00:00:00Z"));
const [provider, distributor, customer, stranger] = [newId(), newId(), newId(), newId()];
await makeTenant(database, provider, "provider");
await makeTenant(database, distributor, "distributor");
await makeTenant(database, customer, "customer", "Customer", distributor);
await makeTenant(database, stranger, "customer", "Stranger");
const kinds = { [provider]: "provider", [distributor]: "distributor", [customer]: "customer", [stranger]: "customer" } as const;

const { name, tell } = await contractWithPast(ledger, database, 1, 400, customer);
await tell(100);

const app = openApi({
  routes: evidenceRoutes(ledger, author, openPages(new Uint8Array(32).fill(9))),
  about: { title: { fr: "Tenu", en: "Tenu" }, description: { fr: "Preuves", en: "Evidence" }, version: "1" },
  authenticate: async ({ headers }) => {
    const tenant = headers.get("authorization")?.replace("Bearer ", "") ?? "";
    const kind: Caller["kind"] | undefined = (kinds as Record<string, Caller["kind"]>)[tenant];
    if (kind === undefined) throw notAuthenticated();
    return { tenant, kind, name: kind, by: { type: "key", id: tenant, name: kind }, scopes };
  },
  now: ledger.now,
  health: async () => ({ database: true, migrated: true, clockLag: 0 }),
  checkAnswers: true,
});

interface Answer {
  status: number;
  text: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- whatever JSON came
  json: any;
}

async function ask(who: string | undefined, method: string, path: string, body?: string | object): Promise<Answer> {
  const headers = new Headers(who === undefined ? {} : { Authorization: `Bearer ${who}` });
  if (body !== undefined) headers.set("Content-Type", typeof body === "string" ? "text/plain" : "application/json");
  const sent = body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) };
  const response = await app.fetch(new Request(`http://here/api/v1${path}`, { method, headers, ...sent }));
  const text = await response.text();
  return { status: response.status, text, json: text.startsWith("{") ? JSON.parse(text) : undefined };
}

const of = (path: string) => `/contracts/${name.contract}${path}`;
const get = (path: string, who = customer) => ask(who, "GET", of(path));

/** A witness's own key, registered by its tenant. */
async function witness(who: string, seed: number): Promise<Signer> {
  const signer = signerOf(`witness-${seed}.example`, new Uint8Array(32).fill(seed), "cosignature");
  await ask(who, "POST", "/witness-keys", { key: verifierKeyToText(signer.key) });
  return signer;
}

describe("a customer alone with its key", () => {
  test("finds the installation's key without any", async () => {
    const { status, text } = await ask(undefined, "GET", "/evidence-key");
    expect([status, verifierKeyFromText(text.trim())]).toEqual([200, author.signer.key]);
  });

  test("follows the log: checkpoint, inclusion, consistency", async () => {
    const old = noteFromText((await get("/checkpoint")).text);
    verifyNote(old, trust.keys);
    await tell(60);
    const before = readCheckpoint(old.text);
    const { json: proof } = await get("/proof?entry=42");
    const now = readCheckpoint(noteFromText(proof.checkpoint).text);
    expect([before.origin, before.size, now.size]).toEqual([`provider.example/${name.contract}`, 100, 160]);
    const claim = { index: 42, size: 160, leaf: fromBase64(proof.leaf), root: now.root, proof: proofFromText(proof.proof) };
    expect(verifyInclusion(claim)).toBe(true);
    const { json: grown } = await get("/consistency?from=100");
    const roots = { oldRoot: before.root, root: readCheckpoint(noteFromText(grown.after).text).root };
    expect(verifyConsistency({ old: 100, size: 160, ...roots, proof: proofFromText(grown.proof) })).toBe(true);
    expect([grown.before, (await get("/checkpoint?size=100")).text]).toEqual([noteToText(old), noteToText(old)]);
  });

  test("sees every checkpoint ever signed, page by page", async () => {
    const { json: first } = await get("/checkpoints?limit=1");
    const { json: second } = await get(`/checkpoints?limit=1&cursor=${first.next}`);
    expect([first.items[0].size, second.items[0].size, second.next]).toEqual([160, 100, undefined]);
  });

  test("takes a pack away, of the whole or of one item", async () => {
    const { json: whole } = await get("/evidence");
    expect(verified(whole as Pack)).toMatchObject({ ok: true });
    const [id] = (await rowsOf(ledger, name)).keys();
    const { json: part } = await get(`/evidence?item=${encodeURIComponent(id!)}`);
    expect(verified(part as Pack)).toMatchObject({ ok: true });
    expect(part.entries.length).toBeLessThan(whole.entries.length);
  });

  test("and has the command verify it, beside the checkpoint kept from before", async () => {
    const trial = openTrial({
      "provider.vkey": (await ask(undefined, "GET", "/evidence-key")).text,
      "before.note": (await get("/checkpoint?size=100")).text,
      "evidence.json": (await get("/evidence")).text,
    });
    const { exit, out } = await trial.tenu(["verify", "evidence.json", "--key", "provider.vkey", "--checkpoint", "before.note", "--json"]);
    trial.remove();
    const { checks } = JSON.parse(out) as { checks: { check: string; state: string }[] };
    const open = checks.filter(({ state }) => state !== "ok").map(({ check }) => check);
    expect([exit, open]).toEqual([0, ["cosignatures", "item"]]);
  });

  test.each([
    ["/proof?entry=160", 404, "not-found"],
    ["/proof?entry=1&size=161", 400, "bad-input"],
    ["/proof", 400, "bad-input"],
    ["/consistency?from=0", 400, "bad-input"],
    ["/consistency?from=120&to=110", 400, "bad-input"],
    ["/checkpoint?size=7", 404, "not-found"],
    ["/evidence?item=nothing/of-that-name/1", 404, "not-found"],
    ["/evidence?knownAt=2090-01-01T00:00:00Z", 400, "bad-input"],
    ["/evidence?at=2090-01-01T00:00:00Z", 400, "bad-input"],
  ])("is told why it does not get %s", async (path, status, code) => {
    const answer = await get(path);
    expect([answer.status, answer.json.code]).toEqual([status, code]);
  });
});

describe("witnesses", () => {
  test("of customer and distributor cosign, and later packs carry both", async () => {
    const note = noteFromText((await get("/checkpoint")).text);
    const mine = await witness(customer, 21);
    const theirs = await witness(distributor, 22);
    for (const [who, signer] of [[customer, mine] as const, [distributor, theirs] as const]) {
      const { json } = await ask(who, "POST", of("/cosignatures"), noteToText(cosign(note, signer, ledger.now())));
      expect(json).toMatchObject({ size: 160, cosignatures: [{ known: false }] });
    }
    const again = await ask(customer, "POST", of("/cosignatures"), noteToText(cosign(note, mine, ledger.now() + 2000)));
    expect(again.json).toMatchObject({ cosignatures: [{ known: true }] });
    const { json: pack } = await get("/evidence");
    const keys = [...trust.keys, mine.key, theirs.key];
    const verdict = verified(pack as Pack, [], { keys });
    expect(verdict.checks.find(({ check }) => check === "cosignatures")).toMatchObject({ state: "ok", args: { count: "2" } });
    expect(pack.keys).toHaveLength(3);
  });

  test("are heard with registered keys, right signatures, our own checkpoints and a clock that is right, and else not", async () => {
    const mine = await witness(customer, 31);
    const unknown = signerOf("unknown.example", new Uint8Array(32).fill(32), "cosignature");
    const note = noteFromText((await get("/checkpoint")).text);
    const other = { ...note, text: note.text.replace("\n160\n", "\n159\n") };
    const forged = noteToText(cosign(note, mine, ledger.now())).replace(
      /(witness-31\.example \S{30})(.)/,
      (_, a: string, b: string) => a + (b === "A" ? "B" : "A"),
    );
    const post = (body: string, who = customer) => ask(who, "POST", of("/cosignatures"), body);
    const told = [
      await post(noteToText(cosign(note, unknown, ledger.now()))),
      await post(forged),
      await post(noteToText(cosign(other, mine, ledger.now()))),
      await post(noteToText(cosign(note, mine, ledger.now() + 3_600_000))),
      await post("nothing of the kind"),
      await post(noteToText(cosign(note, mine, ledger.now())), provider),
      await post(noteToText(cosign(note, mine, ledger.now())), distributor),
      await post(noteToText(note)),
    ];
    expect(told.map(({ status, json }) => `${status} ${json.code} ${json.errors?.[0]?.code ?? ""}`.trim())).toEqual([
      "422 not-verified signature-missing",
      "422 not-verified signature-wrong",
      "409 no-such-checkpoint",
      "422 cosignature-untimely",
      "422 not-verified note-text",
      "403 witness-is-author",
      "422 not-verified signature-missing",
      "422 not-verified signature-missing",
    ]);
  });

  test("retire their keys, which then sign no more", async () => {
    const mine = await witness(customer, 41);
    const [, id] = verifierKeyToText(mine.key).split("+");
    expect((await ask(stranger, "DELETE", `/witness-keys/${id}`)).status).toBe(404);
    expect((await ask(customer, "DELETE", `/witness-keys/${id}`)).json.items[0].retired).not.toBeNull();
    const note = noteFromText((await get("/checkpoint")).text);
    expect((await ask(customer, "POST", of("/cosignatures"), noteToText(cosign(note, mine, ledger.now())))).status).toBe(422);
    const { json } = await ask(stranger, "GET", "/witness-keys");
    expect(json.items).toEqual([]);
  });

  test("register keys of witnesses only", async () => {
    const { status, json } = await ask(customer, "POST", "/witness-keys", { key: verifierKeyToText(author.signer.key) });
    expect([status, json.errors[0].code]).toEqual([422, "key-use"]);
  });
});

test("a customer of another tenant gets the same 404 for everything, and for what does not exist", async () => {
  const mine = await witness(stranger, 51);
  const cosigned = noteToText(cosign(noteFromText((await get("/checkpoint")).text), mine, ledger.now()));
  const answers = [];
  for (const contract of [name.contract, newId()])
    for (const path of [
      "/checkpoint",
      "/checkpoint?size=160",
      "/checkpoints",
      "/proof?entry=1",
      "/consistency?from=1",
      "/evidence",
      "/evidence?item=x/y/1",
    ])
      answers.push(await ask(stranger, "GET", `/contracts/${contract}${path}`));
  answers.push(await ask(stranger, "POST", of("/cosignatures"), cosigned));
  const said = answers.map(({ status, json: { request: _, ...problem } }) => JSON.stringify([status, problem]));
  expect(new Set(said).size).toBe(1);
  expect(answers[0]!.status).toBe(404);
});

test("the provider and the distributor read the evidence of their customer", async () => {
  for (const who of [provider, distributor]) expect((await get("/checkpoint", who)).status).toBe(200);
});
