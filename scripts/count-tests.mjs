// node scripts/count-tests.mjs <vitest's JSON report> <exit code of the tests> <exit code of the check>
// Prints "N passed, N failed". A file that could not be read, a missing report and a failed check each count as a failure.
import { readFileSync } from "node:fs";

const [report, tests, check] = process.argv.slice(2);
const { passed, failed: failedTests } = count(report);
const silentFailure = tests !== "0" && failedTests === 0 ? 1 : 0;
const failed = failedTests + silentFailure + (check === "0" ? 0 : 1);

process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);

function count(path) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(path, "utf8"));
    const broken = testResults.filter(
      ({ status, assertionResults }) => status === "failed" && !assertionResults.some((each) => each.status === "failed"),
    );
    return { passed: numPassedTests, failed: numFailedTests + broken.length };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
