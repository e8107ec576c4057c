import { z } from "zod";
import { asSentence, issueSentence } from "@/components/portal/forms/contract-resolver";
import type { CallOf } from "@/lib/contract/endpoint";
import type * as giving from "@/lib/contract/giving";
import { CreateUser, ExternalId, USER_STATUSES, type User } from "@/lib/domain/giving/users/schemas";
import { Metadata } from "@/lib/domain/shared/schemas";

const METADATA_EXAMPLE = `{"store": "Old Town"}`;

/** A field that may stay empty: null then, else what the contract's schema makes of it. */
const blankOr = (schema: z.ZodType<string | undefined>) =>
  z.string().transform((written, refinement): string | null => {
    const text = written.trim();
    if (text === "") return null;
    const parsed = schema.safeParse(text, { error: issueSentence, reportInput: true });
    if (parsed.success) return parsed.data ?? null;
    refinement.addIssue({ code: "custom", message: parsed.error.issues[0]!.message });
    return z.NEVER;
  });

/** Notes as JSON, which says whether a value is text or a number. Nothing written is an object without keys. */
const MetadataText = z.string().transform((written, refinement): Metadata => {
  const read = readJson(written.trim() || "{}");
  const parsed = Metadata.safeParse(read);
  if (parsed.success) return parsed.data;
  refinement.addIssue({ code: "custom", message: metadataRemark(read, parsed.error.issues[0]!) });
  return z.NEVER;
});

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function metadataRemark(read: unknown, issue: z.core.$ZodIssue): string {
  if (typeof read !== "object" || read === null || Array.isArray(read)) {
    return `Write a JSON object such as ${METADATA_EXAMPLE}.`;
  }
  const [key] = issue.path;
  if (key === undefined) return asSentence(issue.message);
  if (issue.code === "invalid_key") return `“${String(key)}”: ${issue.issues[0]?.message ?? "is not accepted"}.`;
  return `“${String(key)}” must be a text of at most 500 characters, a number, true, false or null.`;
}

const fields = {
  email: blankOr(CreateUser.shape.email),
  firstName: blankOr(CreateUser.shape.firstName),
  lastName: blankOr(CreateUser.shape.lastName),
  metadata: MetadataText,
};

/** What the person fills in to create a user. */
export const NewUserForm = z.object({ externalId: ExternalId, ...fields });
export type NewUserForm = z.output<typeof NewUserForm>;

/** What the person can change of a user. */
export const EditUserForm = z.object({ ...fields, status: z.enum(USER_STATUSES) });
export type EditUserForm = z.output<typeof EditUserForm>;

export const EMPTY_USER: z.input<typeof NewUserForm> = {
  externalId: "",
  email: "",
  firstName: "",
  lastName: "",
  metadata: "",
};

/** A user as it stands, ready to be changed. */
export function formOf({ email, firstName, lastName, metadata, status }: User): z.input<typeof EditUserForm> {
  const notes = Object.keys(metadata).length === 0 ? "" : JSON.stringify(metadata, null, 2);
  return { email: email ?? "", firstName: firstName ?? "", lastName: lastName ?? "", metadata: notes, status };
}

export function asCreateUser({ externalId, email, firstName, lastName, metadata }: NewUserForm) {
  return {
    externalId,
    ...(email !== null && { email }),
    ...(firstName !== null && { firstName }),
    ...(lastName !== null && { lastName }),
    ...(Object.keys(metadata).length > 0 && { metadata }),
  } satisfies CallOf<typeof giving.createUser>;
}

type Patch = Omit<CallOf<typeof giving.updateUser>, "externalId">;

/** What of a user is changed, and nothing else: a colleague's change to another field stays. Without changes, empty. */
export function asPatch({ metadata, ...plain }: EditUserForm, user: User): Patch {
  const changed = Object.entries(plain).filter(([name, value]) => value !== user[name as keyof typeof plain]);
  const notes = metadataPatch(user.metadata, metadata);
  return { ...(Object.fromEntries(changed) as Patch), ...(Object.keys(notes).length > 0 && { metadata: notes }) };
}

/** The keys that differ; null takes one away, for a patch is laid over what there is. */
function metadataPatch(present: Metadata, wanted: Metadata): Metadata {
  const keys = new Set([...Object.keys(present), ...Object.keys(wanted)]);
  const differing = [...keys].filter((key) => present[key] !== wanted[key]);
  return Object.fromEntries(differing.map((key) => [key, wanted[key] ?? null]));
}
