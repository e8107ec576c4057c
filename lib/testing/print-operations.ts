import { openApiDocument } from "@/lib/contract/openapi";

type Document = ReturnType<typeof openApiDocument>;
type Schema = { [keyword: string]: unknown };
type Parameter = { name: string; in: string; required: boolean; schema: Schema };
type Operation = {
  operationId: string;
  summary: string;
  security: Record<string, unknown>[];
  parameters?: (Parameter | { $ref: string })[];
  requestBody?: { content: { "application/json": { schema: Schema } } };
  responses: Record<string, { headers: object; content?: { "application/json": { schema: Schema } } }>;
  "x-error-codes": string[];
};

const HEAD = `// Printed from the OpenAPI document of the giving API by operations.test.ts; not written by hand.
`;

/** The document of the giving API, as an installation serves it. */
export function givingDocument() {
  return openApiDocument("https://partners.example.org");
}

/** Every operation that takes a signature, as the TypeScript source that the client of the SDK is built on. */
export function printOperations(document: Document): string {
  const paths = document.paths as Record<string, Record<string, Operation>>;
  const signed = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([, { security }]) => security.some((scheme) => "signature" in scheme))
      .map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const schemas = document.components.schemas as Record<string, Schema>;
  const codes = new Set(signed.flatMap(({ operation }) => operation["x-error-codes"]));
  const types = signed.map(({ operation }) => printOperation(operation));
  const table = signed.map((each) => `  ${each.operation.operationId}: ${printAddress(each, schemas)},`);
  const named = reachable([...types, "ErrorBody"].join("\n"), schemas);
  return [
    HEAD,
    `export type GivingErrorCode =\n${[...codes]
      .toSorted()
      .map((code) => `  | ${JSON.stringify(code)}`)
      .join("\n")};`,
    ...named.map((name) => `export type ${name} = ${printSchema(schemas[name]!)};`),
    `export type Operations = {\n${types.join("\n")}\n};`,
    "export type OperationId = keyof Operations;",
    "type Address = { method: string; path: string; query: readonly string[]; body: boolean; idempotent: boolean; takesKey: boolean };",
    `export const OPERATIONS: Readonly<Record<OperationId, Address>> = {\n${table.join("\n")}\n};`,
  ]
    .join("\n\n")
    .concat("\n");
}

const bodyOf = (operation: Operation) => operation.requestBody?.content["application/json"].schema;

function successesOf({ responses }: Operation) {
  return Object.entries(responses).flatMap(([status, response]) => (status.startsWith("2") ? [response] : []));
}

function ownParameters({ parameters = [] }: Operation): Parameter[] {
  return parameters.filter((each): each is Parameter => "name" in each);
}

function printOperation(operation: Operation): string {
  const fields = ownParameters(operation).map(({ name, required, schema }) => printField(name, required, schema));
  const body = bodyOf(operation);
  const input = [fields.length > 0 && `{ ${fields.join("; ")} }`, body && printSchema(body)].filter(Boolean);
  const outputs = successesOf(operation).map(({ content }) =>
    content ? printSchema(content["application/json"].schema) : "undefined",
  );
  const output = [...new Set(outputs)].join(" | ");
  return `  /** ${operation.summary}. */\n  ${operation.operationId}: { input: ${input.join(" & ") || "object"}; output: ${output} };`;
}

function printAddress(
  { path, method, operation }: { path: string; method: string; operation: Operation },
  schemas: Record<string, Schema>,
) {
  const query = ownParameters(operation).flatMap((each) => (each.in === "query" ? [each.name] : []));
  const body = bodyOf(operation);
  const fields = body ? (schemas[nameOf(body)]!.properties as object) : {};
  const idempotent = successesOf(operation).some(({ headers }) => "X-Idempotent-Replay" in headers);
  return JSON.stringify({ method, path, query, body: Boolean(body), idempotent, takesKey: "idempotencyKey" in fields });
}

const nameOf = ({ $ref }: Schema) => String($ref).split("/").at(-1)!;

/** The named schemas that a text speaks of, and those that these speak of. */
function reachable(text: string, schemas: Record<string, Schema>): string[] {
  const found = new Set<string>();
  const visit = (printed: string) => {
    for (const [word] of printed.replace(/"[^"]*"/g, "").matchAll(/\b[A-Z]\w*/g)) {
      if (!(word in schemas) || found.has(word)) continue;
      found.add(word);
      visit(printSchema(schemas[word]!));
    }
  };
  visit(text);
  return [...found].toSorted();
}

function printField(name: string, required: boolean, schema: Schema): string {
  const key = /^\w+$/.test(name) ? name : JSON.stringify(name);
  return `${key}${required ? "" : "?"}: ${printSchema(schema)}${required ? "" : " | undefined"}`;
}

function printSchema(schema: Schema): string {
  if (schema.$ref) return nameOf(schema);
  if ("const" in schema) return JSON.stringify(schema.const);
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const either = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined;
  if (either) return [...new Set(either.map(printSchema))].join(" | ");
  if (Array.isArray(schema.type)) return schema.type.map((type) => printSchema({ ...schema, type })).join(" | ");
  return printTyped(schema);
}

function printTyped(schema: Schema): string {
  switch (schema.type) {
    case "string":
    case "boolean":
    case "null":
      return schema.type;
    case "integer":
    case "number":
      return "number";
    case "array":
      return `(${printSchema(schema.items as Schema)})[]`;
    case "object":
      return printObject(schema);
    default:
      return "unknown";
  }
}

function printObject({ properties = {}, required = [], additionalProperties }: Schema): string {
  const fields = Object.entries(properties as Record<string, Schema>).map(([name, schema]) =>
    printField(name, (required as string[]).includes(name), schema),
  );
  if (fields.length > 0) return `{ ${fields.join("; ")} }`;
  const values = typeof additionalProperties === "object" ? printSchema(additionalProperties as Schema) : "unknown";
  return `Record<string, ${values}>`;
}
