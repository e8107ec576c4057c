import { z } from "zod";

export const ORGANIZATION_STATUSES = ["ACTIVE", "INACTIVE"] as const;

export const OrganizationSlug = z
  .string()
  .regex(/^[a-z0-9-]{1,120}$/, "must be 1 to 120 lower-case letters, digits and hyphens")
  .meta({ example: "american-red-cross" });

export const OrganizationParams = z.strictObject({ slug: OrganizationSlug });

/** A nonprofit that donations can go to; inactive ones are shown, but take none. */
export const Organization = z
  .object({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    logo: z.string().nullable(),
    ein: z.string().nullable(),
    status: z.enum(ORGANIZATION_STATUSES),
    website: z.string().nullable(),
    description: z.string().nullable(),
  })
  .meta({ id: "Organization" });
export type Organization = z.output<typeof Organization>;

/** An empty cell says that the fact is not known. */
const cell = (schema: z.ZodType<string, string>) =>
  z
    .string()
    .trim()
    .transform((value) => (value === "" ? null : value))
    .pipe(schema.nullable())
    .default(null);

const webAddress = z.url({ protocol: /^https?$/, error: "must be an http or https address" }).max(500);

/** One line of an import file. */
export const OrganizationLine = z.object({
  slug: z.string().trim().pipe(OrganizationSlug),
  name: z.string().trim().min(1, "must not be empty").max(200),
  ein: cell(z.string().regex(/^\d{2}-\d{7}$/, "must be nine digits written as 12-3456789")),
  website: cell(webAddress),
  logo: cell(webAddress),
  description: cell(z.string().max(1000)),
  status: z
    .string()
    .trim()
    .toUpperCase()
    .transform((value) => (value === "" ? "ACTIVE" : value))
    .pipe(z.enum(ORGANIZATION_STATUSES, "must be ACTIVE or INACTIVE"))
    .default("ACTIVE"),
});
export type OrganizationLine = z.output<typeof OrganizationLine>;
