import { createHash } from "node:crypto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as saving from "@/components/portal/export/save-file";
import { saveWithManifest } from "@/components/portal/export/save-with-manifest";

const NOW = new Date("2026-03-01T12:00:00.000Z");
const FILE = {
  what: "audit records",
  filters: { action: "partner.created", from: "2026-01-01T00:00:00.000Z" },
  name: "portico-audit",
  rows: [
    { id: "1", name: "Zoë, the =first", at: "2026-02-01T00:00:00.000Z" },
    { id: "2", name: "2\u2028", at: "2026-02-02T00:00:00.000Z" },
  ],
  columns: [
    { header: "ID", value: ({ id }: { id: string }) => id },
    { header: "Name", value: ({ name }: { name: string }) => name },
  ],
};
const DESCRIBED = { what: FILE.what, filters: FILE.filters, exportedAt: NOW.toISOString(), rowCount: 2 };
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

let saved: Map<string, string>;
beforeEach(() => {
  saved = new Map();
  vi.spyOn(saving, "saveFile").mockImplementation((name, text) => void saved.set(name, text));
});
afterEach(() => vi.restoreAllMocks());

test("a CSV has its manifest beside it, whose hash is of the file's bytes", async () => {
  expect(await saveWithManifest(FILE, "csv", NOW)).toBe("portico-audit.csv");
  expect([...saved.keys()]).toEqual(["portico-audit.csv", "portico-audit.csv.manifest.json"]);
  const csv = saved.get("portico-audit.csv")!;
  expect(csv).toBe('ID,Name\r\n1,"Zoë, the =first"\r\n2,2\u2028\r\n');
  expect(JSON.parse(saved.get("portico-audit.csv.manifest.json")!)).toEqual({ ...DESCRIBED, sha256: sha256(csv) });
});

test("a JSON file begins with its manifest, whose hash is of the rows, and is whole again when it is read", async () => {
  expect(await saveWithManifest({ ...FILE, more: { checkpoint: null } }, "json", NOW)).toBe("portico-audit.json");
  const read = JSON.parse(saved.get("portico-audit.json")!);
  expect(Object.keys(read)).toEqual(["manifest", "checkpoint", "rows"]);
  expect(read).toEqual({
    manifest: { ...DESCRIBED, sha256: sha256(JSON.stringify(read.rows)) },
    checkpoint: null,
    rows: FILE.rows,
  });
});
