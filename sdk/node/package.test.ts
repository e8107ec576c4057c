import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeSdkProject, TSC } from "@/lib/testing/sdk-project";

const run = promisify(execFile);

let project: string;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ folder: project, remove } = await makeSdkProject());
});
afterAll(() => remove());

const manifest = async () => JSON.parse(await readFile("sdk/node/package.json", "utf8"));

async function execute(program: string): Promise<string> {
  await writeFile(join(project, "program.mjs"), program);
  return (await run(process.execPath, ["program.mjs"], { cwd: project })).stdout.trim();
}

/** What the compiler has to say to a partner's program. */
async function compile(program: string): Promise<string> {
  await writeFile(join(project, "program.mts"), program);
  const options = ["--strict", "--noEmit", "--module", "nodenext", "--exactOptionalPropertyTypes", "--types", "node"];
  return run(process.execPath, [TSC, ...options, "program.mts"], { cwd: project }).then(
    () => "",
    ({ stdout }) => stdout,
  );
}

describe("the package", () => {
  test("can be published: name, licence, types, and not one dependency", async () => {
    expect(await manifest()).toMatchObject({
      name: "@theseniorguru/webhooks",
      license: "MIT",
      type: "module",
      exports: { ".": { types: expect.any(String) }, "./client": { types: expect.any(String) } },
    });
    expect(await manifest()).not.toHaveProperty("dependencies");
    expect(await readFile("sdk/node/LICENSE", "utf8")).toBe(await readFile("LICENSE", "utf8"));
  });

  test("verifies a webhook where it is installed, as its README says", async () => {
    const readme = await readFile("sdk/node/README.md", "utf8");
    const example = readme.split("```js\n")[1]!.split("\n```")[0]!;
    expect(await execute(example)).toBe("{ valid: true, timestamp: 1778792400, skewSeconds: 0 }");
  });

  test("knows its types there", async () => {
    const right = `import { verifySeniorGuruWebhookSignature } from "@theseniorguru/webhooks";
      import { createGivingClient, GivingApiError } from "@theseniorguru/webhooks/client";
      const { valid, reason } = verifySeniorGuruWebhookSignature({ rawBody: "", signatureHeader: null, secret: "" });
      const client = createGivingClient({ baseUrl: "https://a.example", key: "sk_test_1", hmacSecret: "" });
      const tokens: number = (await client.getBalance({ externalId: "cust-314" })).available;
      export const known = [valid, reason === "digest_mismatch", tokens, GivingApiError];`;
    expect(await compile(right)).toBe("");
    expect(await compile(right.replace("externalId", "userId"))).toContain("userId");
    expect(await compile(right.replace("digest_mismatch", "wrong"))).toContain("wrong");
  });
});
