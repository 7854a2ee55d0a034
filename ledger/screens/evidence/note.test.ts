import { expect, test } from "vitest";
import { signedIn, witnessesOf } from "./note.ts";

const note = `tenu.example/01990000-0000-7000-8000-000000000001
12
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— tenu.example Az3grnr6aLpjmRbsuePqlWXh
— witness.customer.example 7V6cZrNfBqnAAAA
`;

test("a note tells its size and who signed; witnesses are all but the installation", () => {
  const signed = signedIn(note);
  expect(signed).toMatchObject({ size: 12, names: ["tenu.example", "witness.customer.example"] });
  expect(witnessesOf(signed)).toEqual(["witness.customer.example"]);
});

test("what is no note has no size and nobody signed it", () => {
  expect(signedIn("")).toEqual({ origin: "", size: 0, root: "", names: [] });
});
