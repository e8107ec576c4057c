import type { z } from "zod";
import { type Endpoint, fieldsOf } from "@/lib/contract/endpoint";
import { fail, type Issue } from "@/lib/errors";

const decoder = new TextDecoder("utf-8", { fatal: true });

function fieldOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (name, part) => (typeof part === "number" ? `${name}[${part}]` : name ? `${name}.${String(part)}` : String(part)),
    "",
  );
}

function issuesOf(error: z.ZodError): Issue[] {
  return error.issues.flatMap((issue): Issue[] => {
    const field = fieldOf(issue.path);
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({ field: field ? `${field}.${key}` : key, issue: "is not a known field" }));
    }
    return [field ? { field, issue: issue.message } : { issue: issue.message }];
  });
}

/** An object of thousands of unknown fields must not get an answer larger than itself. */
const ISSUES_MAX = 100;

function parse(schema: z.ZodType, value: unknown): Record<string, unknown> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) fail("validation_error", { details: issuesOf(parsed.error).slice(0, ISSUES_MAX) });
  // Every params, query and body schema of the contracts is an object.
  return parsed.data as Record<string, unknown>;
}

/** Of a parameter that is given twice a lenient reader takes the first. */
function readQuery(target: string, isLenient: boolean): Record<string, string> {
  const question = target.indexOf("?");
  const values: Record<string, string> = {};
  if (question === -1) return values;
  for (const [name, value] of new URLSearchParams(target.slice(question + 1))) {
    if (isLenient && (name === "__proto__" || Object.hasOwn(values, name))) continue;
    if (name === "__proto__") fail("validation_error", { details: [{ field: name, issue: "is not a known field" }] });
    if (Object.hasOwn(values, name)) {
      fail("validation_error", { details: [{ field: name, issue: "is given more than once" }] });
    }
    if (value.includes("\u0000")) {
      fail("validation_error", { details: [{ field: name, issue: "must not contain NUL characters" }] });
    }
    values[name] = value;
  }
  return values;
}

const DEPTH_MAX = 32;

type Unacceptable = { at: PropertyKey[]; issue: string };

/**
 * What no schema of ours would see: PostgreSQL stores neither NUL nor half a surrogate pair, and JSON can spell both; a
 * field named `__proto__` is dropped by parsers instead of being told; and depth beyond any contract exhausts the stack.
 */
function findUnacceptable(value: unknown, at: PropertyKey[]): Unacceptable | null {
  if (typeof value === "string") {
    const isStorable = !value.includes("\u0000") && value.isWellFormed();
    return isStorable ? null : { at, issue: "must not contain NUL characters or half a surrogate pair" };
  }
  if (value === null || typeof value !== "object") return null;
  if (at.length >= DEPTH_MAX) return { at: [], issue: `must not be nested more than ${DEPTH_MAX} levels deep` };
  for (const [key, part] of Object.entries(value)) {
    const inside = [...at, Array.isArray(value) ? Number(key) : key];
    if (key === "__proto__") return { at: inside, issue: "is not a known field" };
    const found = findUnacceptable(key, inside) ?? findUnacceptable(part, inside);
    if (found) return found;
  }
  return null;
}

function parseJson(bytes: Buffer): unknown {
  let value: unknown;
  try {
    value = JSON.parse(decoder.decode(bytes));
  } catch (error) {
    if (error instanceof SyntaxError) fail("malformed_json", { details: [{ issue: error.message }] });
    fail("malformed_json");
  }
  const found = findUnacceptable(value, []);
  if (found) {
    const field = fieldOf(found.at);
    fail("validation_error", { details: [field ? { field, issue: found.issue } : { issue: found.issue }] });
  }
  return value;
}

const JSON_TYPE = /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

/** Fails with `unsupported_media_type` unless the body says it is JSON in UTF-8. */
export function requireJson(contentType: string | undefined): void {
  if (!contentType || !JSON_TYPE.test(contentType)) fail("unsupported_media_type");
}

/** Takes the body's fields out of the query, where a DELETE without a body says them (contract 7). */
function takePayload(payload: z.ZodType, asked: Record<string, string>): Record<string, string> {
  const taken: Record<string, string> = {};
  for (const name of fieldsOf(payload)) {
    if (asked[name] === undefined) continue;
    taken[name] = asked[name];
    delete asked[name];
  }
  return taken;
}

/** Path, query and body as one typed input. Fails with `validation_error`, one detail for each field, or `malformed_json`. */
export function readInput(
  endpoint: Endpoint,
  params: Record<string, string>,
  { target, body, isLenient = false }: { target: string; body: Buffer | null; isLenient?: boolean },
): Record<string, unknown> {
  const { method, params: path, query, body: payload } = endpoint;
  if (!path && !query && !payload) return {};
  const isInQuery = payload && method === "DELETE" && !body?.length;
  const asked = query || isInQuery ? readQuery(target, isLenient) : {};
  const said = isInQuery ? takePayload(payload, asked) : undefined;
  return {
    ...(path && parse(path, params)),
    ...(query && parse(query, asked)),
    ...(payload && parse(payload, said ?? (isLenient && !body?.length ? {} : parseJson(body ?? Buffer.alloc(0))))),
  };
}
