import { z } from "zod";

/** Dataset of a row: every read, write and unique index names it. */
export const ENVIRONMENTS = ["sandbox", "production"] as const;
export const Environment = z.enum(ENVIRONMENTS);
export type Environment = z.output<typeof Environment>;

/** ISO 8601 in UTC with milliseconds. */
export const IsoTime = z.string().meta({ format: "date-time", example: "2026-01-01T00:01:01.000Z" });

/** An ISO 8601 instant in a request; read as a `Date`. */
export const IsoTimeInput = z.iso
  .datetime({ offset: true, error: "must be an ISO 8601 time, for example 2026-01-31T12:00:00.000Z" })
  .transform((text) => new Date(text))
  // What the database holds; an offset may lead out of the four digits that were written.
  .refine((at) => at.getUTCFullYear() >= 1 && at.getUTCFullYear() <= 9999, "must lie in the years 1 to 9999");

/** 24 lowercase hex characters. */
export const ObjectId = z
  .string()
  .regex(/^[0-9a-f]{24}$/, "must be 24 lowercase hex characters")
  .meta({ example: "695b9e0d4f1a2b3c4d5e6f72" });

/** Whole tokens. */
export const Tokens = z.int().meta({ example: 50 });

const METADATA_KEYS_MAX = 50;
const METADATA_BYTES_MAX = 8 * 1024;

/** The partner's own flat notes: at most 50 keys and 8 KiB. */
export const Metadata = z
  .record(
    z.string().min(1).max(40, "keys have at most 40 characters"),
    z.union([z.string().max(500), z.number(), z.boolean(), z.null()]),
  )
  .refine((value) => Object.keys(value).length <= METADATA_KEYS_MAX, `must have at most ${METADATA_KEYS_MAX} keys`)
  .refine(
    (value) => new TextEncoder().encode(JSON.stringify(value)).length <= METADATA_BYTES_MAX,
    "must be at most 8 KiB",
  );
export type Metadata = z.output<typeof Metadata>;

/** A number in a query string: digits only. */
const digits = z
  .string()
  .regex(/^\d{1,9}$/, "must be a whole number")
  .transform(Number);

export const PageQuery = z.strictObject({
  page: digits.pipe(z.int().min(1, "pages count from 1")).default(1).meta({ example: 1 }),
  limit: digits.pipe(z.int().min(1).max(100, "must be at most 100")).default(20).meta({ example: 20 }),
});

export const Sort = z.enum(["createdAt", "-createdAt"]).default("-createdAt");

export const Pagination = z.object({ page: z.int(), limit: z.int(), total: z.int(), totalPages: z.int() });

/** `{ data, pagination }` around one kind of row. */
export function listOf<T extends z.ZodType>(row: T) {
  return z.object({ data: z.array(row), pagination: Pagination });
}

/** Text without NUL, which PostgreSQL cannot store. */
export const text = (min: number, max: number) =>
  z
    .string()
    .min(min)
    .max(max)
    .refine((value) => !value.includes("\u0000"), "must not contain NUL characters");

export const EmailAddress = z
  .email("must be an e-mail address")
  .max(254)
  .refine((value) => !value.includes("\u0000"), "must not contain NUL characters")
  .meta({ example: "jane@example.org" });
