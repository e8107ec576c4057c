import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { parseAst } from "vitest/node";

/** A source file as its imports see it. `target` is a path from the root without extension, or the name of a package. */
export type SourceFile = {
  path: string;
  imports: { target: string; isOurs: boolean; isTypeOnly: boolean; names: string[] }[];
  callsFetch: boolean;
  onlyReExports: boolean;
};

type Node = { type: string; [field: string]: unknown };

const SOURCE = /\.(ts|tsx|mts|mjs)$/;
const IMPORTING = new Set([
  "ImportDeclaration",
  "ExportNamedDeclaration",
  "ExportAllDeclaration",
  "ImportExpression",
  "TSImportType",
]);

/** Every source file below `root`, without hidden folders and installed packages. */
export function readSourceFiles(root: string, folder = ""): SourceFile[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.name.startsWith(".") || entry.name === "node_modules") return [];
    if (entry.isDirectory()) return readSourceFiles(root, path);
    const isSource = SOURCE.test(path) && !path.endsWith(".d.ts");
    return isSource ? [parseSourceFile(path, readFileSync(join(root, path), "utf8"))] : [];
  });
}

/** Finds imports in all their forms: static, type, dynamic, re-export, `require` and `import("…")` in a type. */
export function parseSourceFile(path: string, source: string): SourceFile {
  const program = parseAst(source, { lang: path.endsWith("x") ? "tsx" : "ts" }) as unknown as Node;
  const file: SourceFile = { path, imports: [], callsFetch: false, onlyReExports: false };
  const statements = program.body as Node[];
  file.onlyReExports = statements.length > 0 && statements.every(isReExport);
  visit(program, (node) => {
    const specifier = specifierOf(node);
    if (specifier !== null)
      file.imports.push({ ...resolve(path, specifier), isTypeOnly: isTypeOnly(node), names: namesOf(node) });
    if (isFetchCall(node)) file.callsFetch = true;
  });
  return file;
}

function visit(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) for (const each of value) visit(each, see);
  else if (value && typeof value === "object") {
    if ("type" in value) see(value as Node);
    for (const each of Object.values(value)) visit(each, see);
  }
}

function specifierOf(node: Node): string | null {
  if (IMPORTING.has(node.type)) return literal(node.source);
  if (node.type === "TSExternalModuleReference") return literal(node.expression);
  if (node.type !== "CallExpression") return null;
  const callee = node.callee as Node;
  const isRequire = callee.name === "require" || (callee.property as Node | undefined)?.name === "importActual";
  return isRequire ? literal((node.arguments as Node[])[0]) : null;
}

function literal(node: unknown): string | null {
  const { type, value, quasis } = (node ?? {}) as { type?: string; value?: unknown; quasis?: Node[] };
  const [text, ...more] = type === "TemplateLiteral" ? (quasis ?? []) : [];
  if (text && more.length === 0) return (text.value as { cooked: string }).cooked;
  return typeof value === "string" ? value : null;
}

function isTypeOnly(node: Node): boolean {
  if (node.type === "TSImportType" || node.importKind === "type" || node.exportKind === "type") return true;
  const specifiers = (node.specifiers ?? []) as Node[];
  return specifiers.length > 0 && specifiers.every((each) => (each.importKind ?? each.exportKind) === "type");
}

/** The names that a static import takes; none for `*`, a default or any other form. */
function namesOf(node: Node): string[] {
  const specifiers = (node.specifiers ?? []) as { imported?: { name?: string } }[];
  const names = specifiers.map((each) => each.imported?.name ?? "");
  return names.every(Boolean) ? names : [];
}

function isReExport(node: Node): boolean {
  return node.type === "ExportAllDeclaration" || (node.type === "ExportNamedDeclaration" && Boolean(node.source));
}

function isFetchCall(node: Node): boolean {
  if (node.type !== "CallExpression") return false;
  const callee = node.callee as Node;
  const object = callee.object as Node | undefined;
  const isGlobal = ["globalThis", "window", "self", "global"].includes(String(object?.name));
  return callee.name === "fetch" || (isGlobal && (callee.property as Node).name === "fetch");
}

function resolve(from: string, specifier: string): { target: string; isOurs: boolean } {
  const withoutExtension = specifier.replace(/\.(ts|tsx|js|mjs|mts)$/, "");
  if (specifier.startsWith("@/")) return { target: withoutExtension.slice(2), isOurs: true };
  if (specifier.startsWith(".")) return { target: posix.join(posix.dirname(from), withoutExtension), isOurs: true };
  return { target: specifier.replace(/^node:/, ""), isOurs: false };
}
