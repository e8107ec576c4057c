import type { z } from "zod";
import type { Endpoint } from "@/lib/contract/endpoint";
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

function parse(schema: z.ZodType, value: unknown): Record<string, unknown> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) fail("validation_error", { details: issuesOf(parsed.error) });
  // Every params, query and body schema of the contracts is an object.
  return parsed.data as Record<string, unknown>;
}

function readQuery(target: string): Record<string, string> {
  const question = target.indexOf("?");
  const values: Record<string, string> = {};
  if (question === -1) return values;
  for (const [name, value] of new URLSearchParams(target.slice(question + 1))) {
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

/** PostgreSQL stores neither NUL nor half a surrogate pair; JSON can spell both. */
function findUnstorable(value: unknown, path: PropertyKey[]): PropertyKey[] | null {
  if (typeof value === "string") return value.includes("\u0000") || !value.isWellFormed() ? path : null;
  if (value === null || typeof value !== "object") return null;
  for (const [key, part] of Object.entries(value)) {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    const found = findUnstorable(key, at) ?? findUnstorable(part, at);
    if (found) return found;
  }
  return null;
}

function parseJson(bytes: Buffer): unknown {
  let text: string;
  let value: unknown;
  try {
    text = decoder.decode(bytes);
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) fail("malformed_json", { details: [{ issue: error.message }] });
    fail("malformed_json");
  }
  if (text.includes("\\u")) {
    const at = findUnstorable(value, []);
    if (at) {
      fail("validation_error", {
        details: [{ field: fieldOf(at), issue: "must not contain NUL characters or half a surrogate pair" }],
      });
    }
  }
  return value;
}

const JSON_TYPE = /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

/** Fails with `unsupported_media_type` unless the body says it is JSON in UTF-8. */
export function requireJson(contentType: string | undefined): void {
  if (!contentType || !JSON_TYPE.test(contentType)) fail("unsupported_media_type");
}

/** Path, query and body as one typed input. Fails with `validation_error`, one detail for each field, or `malformed_json`. */
export function readInput(
  endpoint: Endpoint,
  params: Record<string, string>,
  target: string,
  body: Buffer | null,
): Record<string, unknown> {
  const { params: path, query, body: payload } = endpoint;
  if (!path && !query && !payload) return {};
  return {
    ...(path && parse(path, params)),
    ...(query && parse(query, readQuery(target))),
    ...(payload && parse(payload, parseJson(body ?? Buffer.alloc(0)))),
  };
}
