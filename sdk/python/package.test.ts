import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";

const run = promisify(execFile);
// Without it Python would leave its compiled files beside the sources.
const ENVIRONMENT = { ...process.env, PYTHONDONTWRITEBYTECODE: "1", PYTHONPATH: "sdk/python/src" };
const isPresent = (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, "python3")));
const python = (args: string[]) => run("python3", args, { env: ENVIRONMENT });

describe("the Python package", () => {
  test("passes its own tests", async ({ skip }) => {
    if (!isPresent) skip("needs python3");
    const { stderr } = await python(["-m", "unittest", "discover", "-s", "sdk/python/tests"]);
    expect(stderr).toMatch(/^Ran \d\d tests/m);
    expect(stderr).toMatch(/^OK$/m);
  });

  test("verifies a webhook as its README says", async ({ skip }) => {
    if (!isPresent) skip("needs python3");
    const readme = await readFile("sdk/python/README.md", "utf8");
    const example = readme.split("```python\n")[1]!.split("\n```")[0]!;
    const { stdout } = await python(["-c", example]);
    expect(stdout.trim()).toBe("VerificationResult(valid=True, reason=None, timestamp=1778792400, skew_seconds=0)");
  });

  test("can be published: name, licence, and the standard library alone", async () => {
    const project = await readFile("sdk/python/pyproject.toml", "utf8");
    for (const line of ['name = "theseniorguru-webhooks"', 'license = "MIT"', "dependencies = []"]) {
      expect(project).toContain(`\n${line}\n`);
    }
    expect(await readFile("sdk/python/LICENSE", "utf8")).toBe(await readFile("LICENSE", "utf8"));
  });
});
