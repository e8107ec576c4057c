import { asSentence, issueSentence } from "@/components/portal/forms/contract-resolver";
import type * as administration from "@/lib/contract/admin/partner-administration";
import type { CallOf } from "@/lib/contract/endpoint";
import { PatchPartner } from "@/lib/domain/giving/partner-administration/schemas";
import type { PartnerRecord } from "@/lib/domain/giving/partner-records/schemas";
import type { IntegrationModel } from "@/lib/domain/partners/statuses";

/** All text, as it stands in the fields. */
export type DescriptionForm = {
  name: string;
  legalEntity: string;
  contactEmail: string;
  useCaseSummary: string;
  integrationModel: IntegrationModel | "";
  expectedMonthlyActionVolume: string;
  currencies: string;
  allowedOrigins: string;
  tipsEnabled: boolean;
  tipDefault: string;
  tipOptions: string;
  tipMax: string;
  logo: string;
  primaryColor: string;
  legacyReplay409: boolean;
};

export type DescriptionErrors = Partial<Record<keyof DescriptionForm, string>>;
type Changes = Omit<CallOf<typeof administration.updatePartner>, "id" | "reason">;

export function descriptionFormOf(partner: PartnerRecord): DescriptionForm {
  const { tipConfig, branding, expectedMonthlyActionVolume } = partner;
  return {
    name: partner.name,
    legalEntity: partner.legalEntity ?? "",
    contactEmail: partner.contactEmail,
    useCaseSummary: partner.useCaseSummary ?? "",
    integrationModel: partner.integrationModel ?? "",
    expectedMonthlyActionVolume: expectedMonthlyActionVolume === null ? "" : String(expectedMonthlyActionVolume),
    currencies: partner.currencies.join(", "),
    allowedOrigins: partner.allowedOrigins.join("\n"),
    tipsEnabled: tipConfig.enabled,
    tipDefault: String(tipConfig.defaultPercent),
    tipOptions: (tipConfig.options ?? []).join(", "),
    tipMax: tipConfig.maxPercent === undefined ? "" : String(tipConfig.maxPercent),
    logo: branding.logo ?? "",
    primaryColor: branding.primaryColor ?? "",
    legacyReplay409: partner.legacyReplay409,
  };
}

const entries = (text: string) => text.split(/[\s,]+/).filter(Boolean);
const numberOf = (text: string) => (text.trim() === "" ? Number.NaN : Number(text));

/** Each part of the record with the fields it is written in. */
const PARTS: {
  [part in keyof Changes]: { fields: (keyof DescriptionForm)[]; read: (form: DescriptionForm) => unknown };
} = {
  name: { fields: ["name"], read: ({ name }) => name.trim() },
  legalEntity: { fields: ["legalEntity"], read: ({ legalEntity }) => legalEntity.trim() },
  contactEmail: { fields: ["contactEmail"], read: ({ contactEmail }) => contactEmail.trim() },
  useCaseSummary: { fields: ["useCaseSummary"], read: ({ useCaseSummary }) => useCaseSummary.trim() },
  integrationModel: { fields: ["integrationModel"], read: ({ integrationModel }) => integrationModel },
  expectedMonthlyActionVolume: {
    fields: ["expectedMonthlyActionVolume"],
    read: (form) => numberOf(form.expectedMonthlyActionVolume),
  },
  currencies: { fields: ["currencies"], read: ({ currencies }) => entries(currencies.toUpperCase()) },
  allowedOrigins: { fields: ["allowedOrigins"], read: ({ allowedOrigins }) => entries(allowedOrigins) },
  tipConfig: {
    fields: ["tipDefault", "tipOptions", "tipMax", "tipsEnabled"],
    read: ({ tipsEnabled, tipDefault, tipOptions, tipMax }) => ({
      enabled: tipsEnabled,
      defaultPercent: numberOf(tipDefault),
      ...(tipOptions.trim() !== "" && { options: entries(tipOptions).map(Number) }),
      ...(tipMax.trim() !== "" && { maxPercent: Number(tipMax) }),
    }),
  },
  branding: {
    fields: ["logo", "primaryColor"],
    read: ({ logo, primaryColor }) => ({ logo: logo.trim() || null, primaryColor: primaryColor.trim() || null }),
  },
  legacyReplay409: { fields: ["legacyReplay409"], read: ({ legacyReplay409 }) => legacyReplay409 },
};

/** The field in which what the contract calls `path` is written. */
function fieldAt(path: readonly PropertyKey[]): keyof DescriptionForm | undefined {
  const [part, inner] = path;
  const within = { options: "tipOptions", maxPercent: "tipMax", primaryColor: "primaryColor" } as const;
  const named = within[inner as keyof typeof within];
  return named ?? PARTS[part as keyof Changes]?.fields[0];
}

/** What differs from the record, as the contract wants it, or what is wrong with it. What was not touched is not sent. */
export function readDescription(
  form: DescriptionForm,
  partner: PartnerRecord,
): { changes: Changes } | { errors: DescriptionErrors } {
  const before = descriptionFormOf(partner);
  const touched = Object.entries(PARTS).filter(([, { fields }]) =>
    fields.some((field) => form[field] !== before[field]),
  );
  const changes = Object.fromEntries(touched.map(([part, { read }]) => [part, read(form)]));
  if (touched.length === 0) return { changes };
  const parsed = PatchPartner.safeParse(
    { ...changes, reason: "as given" },
    { error: issueSentence, reportInput: true },
  );
  if (parsed.success) {
    const { reason: _, ...valid } = parsed.data;
    return { changes: valid };
  }
  const errors: DescriptionErrors = {};
  for (const { code, path, message } of parsed.error.issues) {
    const field = fieldAt(path);
    if (field) errors[field] ??= code === "invalid_type" ? "Give a number." : asSentence(message);
  }
  return { errors };
}
