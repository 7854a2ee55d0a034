import { expect, test } from "vitest";
import type { Shown } from "../engine/example-shown.ts";
import { sayShown } from "./example-shown.ts";

const said = (...shown: Shown[]) => {
  const json = JSON.stringify(shown);
  return [sayShown(json, "fr"), sayShown(json, "en")].map((text) => text.replaceAll(/[\u00A0\u202F]/g, " "));
};

test("states, times and sums are said as people say them, in either language", () => {
  expect(
    said({ clause: "interest", subject: "F-1", state: "accruing", times: { from: "2025-01-01 00:00" }, amount: "181/20 EUR" }),
  ).toEqual(["interest F-1 : en cours, à partir du 2025-01-01 00:00, 9,05 EUR", "interest F-1: accruing, from 2025-01-01 00:00, 9.05 EUR"]);
  expect(said({ clause: "rate", subject: "2025-01", state: "missed", times: {}, amount: "1999/20 %" })).toEqual([
    "rate 2025-01 : manquée, 99,95 %",
    "rate 2025-01: missed, 99.95%",
  ]);
  expect(said({ clause: "leave", right: true, state: "open", times: { until: "2025-02-01 00:00" } })).toEqual([
    "leave : ouvert, jusqu'au 2025-02-01 00:00",
    "leave: open, until 2025-02-01 00:00",
  ]);
});

test("a reason is given in words", () => {
  const reason = { code: "too-early", args: { from: "2025-02-01 00:00" } };
  expect(said({ clause: "seats", subject: "U-1", state: "refused", times: {}, reason })).toEqual([
    "seats U-1 : refusé (trop tôt : permis à partir du 2025-02-01 00:00)",
    "seats U-1: refused (too early: allowed from 2025-02-01 00:00)",
  ]);
});

test("the contract, and nothing", () => {
  expect(said({ clause: "contract", state: "running", times: { ends: "2026-01-01 00:00" } })).toEqual([
    "le contrat : en cours, fin le 2026-01-01 00:00",
    "the contract: running, ends 2026-01-01 00:00",
  ]);
  expect(said({ clause: "contract", state: "ends", times: { ends: "2026-01-01 00:00" } })[1]).toBe("the contract: ends 2026-01-01 00:00");
  expect(said({ clause: "seats", times: {} })).toEqual(["seats : rien", "seats: nothing"]);
  expect(said()).toEqual(["rien", "nothing"]);
});
