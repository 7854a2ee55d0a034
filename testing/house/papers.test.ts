import { expect, test } from "vitest";
import { cloneDatabase } from "../database.ts";
import { openNeighbours } from "./neighbours.ts";

test("the standing is printed in the reader's language, the log's signed checkpoint enclosed; strangers find nothing", async () => {
  const { app, desk, ours, theirs } = await openNeighbours(await cloneDatabase(), Date.parse("2025-03-03T09:00:00Z"));
  const path = `http://tenu.test/api/v1/contracts/${ours.contract.contract}/standing.pdf`;
  const get = (key: string, language: string) =>
    app.fetch(new Request(path, { headers: { authorization: `Bearer ${key}`, "accept-language": language } }));
  const [french, again, english] = await Promise.all(
    ["fr", "fr", "en"].map(async (language) => (await get(desk.secret, language)).bytes()),
  );
  const text = Buffer.from(french!).toString("latin1");
  expect([text.slice(0, 5), text.includes("/Lang (fr"), text.includes("checkpoint.txt"), text.includes("pdfaid")]).toEqual([
    "%PDF-",
    true,
    true,
    true,
  ]);
  expect(Buffer.from(again!).equals(Buffer.from(french!))).toBe(true);
  expect(Buffer.from(english!).toString("latin1")).toContain("/Lang (en");
  expect((await get(theirs.secret, "fr")).status).toBe(404);
});
