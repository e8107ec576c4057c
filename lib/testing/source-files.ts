import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { parseAst } from "vitest/node";

/** A source file as its imports see it. `target` is a path from the root without extension, or the name of a package. */
export type SourceFile = {
  path: string;
  imports: { target: string; isOurs: boolean; isTypeOnly: boolean; names: string[] }[];
  /** Ways out that no import shows: `fetch` in any form, an object that opens a connection, a computed import. */
  waysOut: string[];
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
  const file: SourceFile = { path, imports: [], waysOut: [], onlyReExports: false };
  const statements = program.body as Node[];
  file.onlyReExports = statements.length > 0 && statements.every(isReExport);
  visit(program, (node) => {
    const specifier = specifierOf(node);
    if (specifier !== null)
      file.imports.push({ ...resolve(path, specifier), isTypeOnly: isTypeOnly(node), names: namesOf(node) });
    // A name that is put together hides what is imported, from this check and from bundlers.
    if (node.type === "ImportExpression" && specifier === null) file.waysOut.push("an import with a computed name");
    const wayOut = wayOutOf(node);
    if (wayOut !== null) file.waysOut.push(wayOut);
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
  const method = (callee.property as Node | undefined)?.name;
  const isRequire = callee.name === "require" || method === "importActual" || method === "getBuiltinModule";
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

const WAYS_OUT = new Set(["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "sendBeacon"]);
const GLOBALS = new Set(["globalThis", "window", "self", "global", "navigator"]);

/** A use of a global that opens connections: called, made with `new`, read off the global object, or handed on. */
function wayOutOf(node: Node): string | null {
  const handedOn: unknown[] = [
    ...(node.type === "CallExpression" || node.type === "NewExpression" ? [node.callee] : []),
    ...(node.type === "CallExpression" || node.type === "NewExpression" ? (node.arguments as unknown[]) : []),
    ...(node.type === "VariableDeclarator" ? [node.init] : []),
    ...(node.type === "AssignmentExpression" || node.type === "AssignmentPattern" ? [node.right] : []),
    ...(node.type === "LogicalExpression" ? [node.left, node.right] : []),
    ...(node.type === "Property" && node.kind === "init" ? [node.value] : []),
    ...(node.type === "ArrowFunctionExpression" ? [node.body] : []),
    ...(node.type === "ReturnStatement" ? [node.argument] : []),
    ...(node.type === "MemberExpression" ? [node.object] : []),
    ...(node.type === "MemberExpression" && isGlobal(node.object) ? [node.property] : []),
  ];
  for (const each of handedOn) {
    const { type, name } = (each ?? {}) as { type?: string; name?: string };
    const word = type === "Identifier" ? name : literal(each);
    if (word && WAYS_OUT.has(word) && (type === "Identifier" || node.type === "MemberExpression")) return word;
  }
  return null;
}

function isGlobal(node: unknown): boolean {
  return GLOBALS.has(String((node as { name?: string }).name));
}

function resolve(from: string, specifier: string): { target: string; isOurs: boolean } {
  const withoutExtension = specifier.replace(/\.(ts|tsx|js|mjs|mts)$/, "");
  if (specifier.startsWith("@/")) return { target: withoutExtension.slice(2), isOurs: true };
  if (specifier.startsWith(".")) return { target: posix.join(posix.dirname(from), withoutExtension), isOurs: true };
  return { target: specifier.replace(/^node:/, ""), isOurs: false };
}
