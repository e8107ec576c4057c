import { type Endpoint, errorsOf, statusOf } from "@/lib/contract/endpoint";
import { reasonOf } from "@/lib/contract/error-body";
import { guideTo, wireCode } from "@/lib/contract/error-guide";
import type { Dialect } from "@/lib/contract/openapi/dialect";
import type { JsonSchema } from "@/lib/contract/openapi/json-schema";
import { ERRORS, type ErrorCode } from "@/lib/errors";

const MAY_WAIT: readonly ErrorCode[] = ["rate_limit_exceeded", "service_unavailable", "idempotency_in_progress"];

/** One envelope for each code that an endpoint can answer, as components. */
export function errorExamples(endpoints: readonly Endpoint[], dialect: Dialect): Record<string, object> {
  const examples: Record<string, object> = {};
  for (const endpoint of endpoints) {
    for (const code of errorsOf(endpoint)) {
      examples[dialect.printCode(code)] ??= {
        summary: dialect.printCode(code),
        description: guideTo(code).meaning,
        value: dialect.exampleOf(code, endpoint),
      };
    }
  }
  return examples;
}

function bodySchema(codes: readonly ErrorCode[], original: JsonSchema | null, dialect: Dialect): JsonSchema {
  const code = { type: "string", enum: codes.map(dialect.printCode) };
  const named: JsonSchema = {
    allOf: [{ $ref: `#/components/schemas/${dialect.errorBody}` }, { type: "object", properties: { code } }],
  };
  if (!codes.includes("idempotent") || !original) return named;
  const replay = { type: "object", properties: { code: { type: "string", const: "IDEMPOTENT" } }, required: ["code"] };
  return { anyOf: [named, { allOf: [original, replay] }] };
}

/** Responses outside 2xx: every code of the endpoint, grouped by status. */
export function errorResponses(
  endpoint: Endpoint,
  { dialect, baseUrl }: { dialect: Dialect; baseUrl: string },
  original: JsonSchema | null,
): Record<string, object> {
  const groups = new Map<number, ErrorCode[]>();
  for (const code of errorsOf(endpoint)) {
    const status = statusOf(code, endpoint);
    groups.set(status, [...(groups.get(status) ?? []), code]);
  }
  const entries = [...groups].toSorted(([a], [b]) => a - b);
  return Object.fromEntries(
    entries.map(([status, codes]) => {
      const lines = codes.map(
        (code) => `- [\`${dialect.printCode(code)}\`](${baseUrl}/errors/${wireCode(code)}) ${ERRORS[code].message}`,
      );
      const response = {
        description: `${reasonOf(status)}\n\n${lines.join("\n")}`,
        headers: dialect.errorHeaders(
          endpoint,
          status,
          codes.some((code) => MAY_WAIT.includes(code)),
        ),
        content: {
          "application/json": {
            schema: bodySchema(codes, original, dialect),
            examples: Object.fromEntries(
              codes.map((code) => [
                dialect.printCode(code),
                { $ref: `#/components/examples/${dialect.printCode(code)}` },
              ]),
            ),
          },
        },
      };
      return [String(status), response];
    }),
  );
}
