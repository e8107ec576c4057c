import { z } from "zod";
import { Cidr, CreateKey, type Key } from "@/lib/domain/keys/schemas";
import { SCOPES } from "@/lib/domain/keys/scopes";
import { DAY_MS } from "@/lib/domain/shared/duration";

const ADDRESSES_MAX = 50;

/** Addresses and ranges as a person lists them: one a line, or separated by commas. */
const AllowList = z.string().transform((text, refinement) => {
  const entries = text.split(/[\s,]+/).filter(Boolean);
  const wrong = entries.find((entry) => !Cidr.safeParse(entry).success);
  if (wrong !== undefined) {
    refinement.addIssue({
      code: "custom",
      message: `“${wrong}” is neither an IP address nor a range such as 203.0.113.0/24.`,
    });
  }
  if (entries.length > ADDRESSES_MAX) {
    refinement.addIssue({ code: "custom", message: `List at most ${ADDRESSES_MAX} addresses or ranges.` });
  }
  return entries;
});

export const EXPIRIES = ["never", "30", "90", "365", "date", "keep"] as const;
const expiry = {
  expiry: z.enum(EXPIRIES),
  /** Counts when `expiry` is "date": the key works until that day has ended, in UTC. */
  lastDay: z.string(),
};
type Expiry = { expiry: (typeof EXPIRIES)[number]; lastDay: string };

const hasDay = ({ expiry, lastDay }: Expiry) => expiry !== "date" || /^\d{4}-\d{2}-\d{2}$/.test(lastDay);
const dayMissing = { path: ["lastDay"], message: "Choose the last day on which the key works." };

/** What the person fills in to create a key. */
export const NewKeyForm = z
  .object({
    name: CreateKey.shape.name,
    environment: CreateKey.shape.environment,
    keyType: z.enum(["secret", "publishable"]),
    ...expiry,
    ipAllowlist: AllowList,
    isLimited: z.boolean(),
    scopes: z.array(z.enum(SCOPES)),
  })
  .refine(hasDay, dayMissing)
  .refine((form) => !form.isLimited || form.scopes.length > 0, {
    path: ["scopes"],
    message: "Choose at least one scope, or lift the limit.",
  });
export type NewKeyForm = z.output<typeof NewKeyForm>;

/** What the person can change of a key. */
export const EditKeyForm = z
  .object({ name: CreateKey.shape.name, ...expiry, ipAllowlist: AllowList })
  .refine(hasDay, dayMissing);
export type EditKeyForm = z.output<typeof EditKeyForm>;

/** The instant a choice of expiry means: null for never, undefined for no change. */
export function expiresAtOf({ expiry, lastDay }: Expiry, now: Date): string | null | undefined {
  if (expiry === "keep") return undefined;
  if (expiry === "never") return null;
  if (expiry === "date") return `${lastDay}T23:59:59.999Z`;
  return new Date(now.getTime() + Number(expiry) * DAY_MS).toISOString();
}

/** The form as the contract's call. */
export function asCreateKey(form: NewKeyForm, now: Date): z.input<typeof CreateKey> {
  return {
    name: form.name,
    environment: form.environment,
    keyType: form.keyType,
    expiresAt: expiresAtOf(form, now) ?? undefined,
    ipAllowlist: form.ipAllowlist.length > 0 ? form.ipAllowlist : undefined,
    scopes: form.isLimited ? form.scopes : undefined,
  };
}

/** Only what differs from the key, so that nothing else is touched. */
export function asPatch(form: EditKeyForm, key: Key, now: Date) {
  const expiresAt = expiresAtOf(form, now);
  const isSameList = form.ipAllowlist.join() === key.ipAllowlist.join();
  return {
    ...(form.name !== key.name && { name: form.name }),
    ...(expiresAt !== undefined && expiresAt !== key.expiresAt && { expiresAt }),
    ...(!isSameList && { ipAllowlist: form.ipAllowlist }),
  };
}

/** A name as part of a file name. */
export function fileNameOf(name: string, environment: string): string {
  const slug = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40);
  return ["portico", slug, environment].filter(Boolean).join("-");
}
