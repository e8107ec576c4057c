import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { givingDocument, printOperations } from "@/lib/testing/print-operations";

const FORMAT = [
  "node_modules/@biomejs/biome/bin/biome",
  "format",
  "--stdin-file-path=sdk/node/src/client/operations.ts",
];

test("the client's operations and types are those of the OpenAPI document", async () => {
  const input = printOperations(givingDocument());
  const formatted = execFileSync(process.execPath, FORMAT, { input }).toString();
  // `npx vitest run --update` prints the file anew.
  await expect(formatted).toMatchFileSnapshot("operations.ts");
});
