import { z } from "zod";

export type JsonSchema = { [key: string]: unknown };

const INTEGER_LIMITS = [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];
const QUERY_DIGITS = "^\\d{1,9}$";

/** Says in the document's terms what zod's own schema leaves out or says too loudly. */
function tidy({ jsonSchema: schema }: { jsonSchema: JsonSchema }, io: "input" | "output"): void {
  if (io === "output" && schema.additionalProperties === false) delete schema.additionalProperties;
  // The format says it; the pattern is a parser's, six lines long.
  if (schema.format === "date-time" || schema.format === "email") delete schema.pattern;
  for (const bound of ["minimum", "maximum"]) {
    if (INTEGER_LIMITS.includes(schema[bound] as number)) delete schema[bound];
  }
  if ("example" in schema) {
    schema.examples = [schema.example];
    delete schema.example;
  }
}

/** A parameter that is never refused is read as text; one whose examples are numbers is meant as one. */
function asNumber(field: JsonSchema): JsonSchema {
  const examples = (field.examples ?? []) as unknown[];
  const isNumber = examples.length > 0 && examples.every((each) => Number.isInteger(each));
  return isNumber ? { ...field, type: "integer" } : field;
}

/** Schemas with an id, collected while the document is made. */
export class SchemaComponents {
  readonly schemas: Record<string, JsonSchema> = {};

  /** What a caller writes. Named, since it has no id of its own. */
  request(name: string, schema: z.ZodType): JsonSchema {
    this.schemas[name] = this.convert(schema, "input");
    return { $ref: `#/components/schemas/${name}` };
  }

  /** What a caller reads: published open to new fields, so that adding one breaks nobody. */
  response(name: string, schema: z.ZodType): JsonSchema {
    const converted = this.convert(schema, "output");
    if (typeof converted.$ref === "string") return converted;
    this.schemas[name] = converted;
    return { $ref: `#/components/schemas/${name}` };
  }

  /** A schema in its place, without a name. */
  inline(schema: z.ZodType): JsonSchema {
    return this.convert(schema, "output");
  }

  /** The fields of a params or query schema; what arrives as digits is documented as the number it becomes. */
  fields(schema: z.ZodType): { name: string; required: boolean; schema: JsonSchema }[] {
    const written = this.convert(schema, "input");
    const read = this.convert(schema, "output");
    const of = (side: JsonSchema) => side.properties as Record<string, JsonSchema>;
    const required = (written.required ?? []) as string[];
    return Object.entries(of(written)).map(([name, field]) => ({
      name,
      required: required.includes(name),
      schema: field.pattern === QUERY_DIGITS ? of(read)[name]! : asNumber(field),
    }));
  }

  private convert(schema: z.ZodType, io: "input" | "output"): JsonSchema {
    const {
      $schema: _,
      $defs,
      ...converted
    } = z.toJSONSchema(schema, {
      io,
      unrepresentable: "any",
      override: (context) => tidy(context as { jsonSchema: JsonSchema }, io),
    }) as JsonSchema;
    const renamed = JSON.parse(
      JSON.stringify({ converted, $defs }).replaceAll('"#/$defs/', '"#/components/schemas/'),
    ) as { converted: JsonSchema; $defs?: Record<string, JsonSchema> };
    Object.assign(this.schemas, renamed.$defs);
    return renamed.converted;
  }
}
