import { keyId, type VerifierKey } from "#kernel/evidence/verifier-key.ts";
import type { Verdict } from "#kernel/evidence/verdict.ts";
import { evidenceWords, packPlaceInWords } from "#kernel/words/evidence.ts";

/** How each look at a pack came out, and the first thing that does not hold. Codes, states and places stay; words may improve. */
export function verificationJson(file: string, verdict: Verdict, keys: readonly VerifierKey[]): Record<string, unknown> {
  return {
    file,
    holds: verdict.ok,
    pinned: keys.map((key) => ({ name: key.name, id: keyId(key), use: key.use })),
    checks: verdict.checks.map((one) => ({ ...one, words: evidenceWords(one) })),
    ...(!verdict.ok && {
      fault: {
        check: verdict.check,
        place: { ...verdict.place, words: packPlaceInWords(verdict.place) },
        code: verdict.code,
        args: verdict.args,
        words: evidenceWords(verdict),
        ...(verdict.expected !== undefined && { expected: verdict.expected }),
        ...(verdict.got !== undefined && { got: verdict.got }),
      },
    }),
  };
}
