import { asSentence, issueSentence } from "@/components/portal/forms/contract-resolver";
import type * as administration from "@/lib/contract/admin/partner-administration";
import type { CallOf } from "@/lib/contract/endpoint";
import { SetCompliance } from "@/lib/domain/giving/partner-administration/schemas";
import type { PartnerRecord } from "@/lib/domain/giving/partner-records/schemas";
import type { KybStatus } from "@/lib/domain/partners/statuses";

export type ComplianceForm = {
  /** Days, as `2026-01-31`; empty for not yet. */
  contractSigned: string;
  acceptableUse: string;
  status: KybStatus;
  registrationNumber: string;
  country: string;
};

export type ComplianceErrors = Partial<Record<keyof ComplianceForm, string>>;
type Changes = Omit<CallOf<typeof administration.setCompliance>, "id" | "reason">;

const dayOf = (at: string | null) => at?.slice(0, 10) ?? "";

export function complianceFormOf({ kyb, contractSignedAt, acceptableUseAcceptedAt }: PartnerRecord): ComplianceForm {
  return {
    contractSigned: dayOf(contractSignedAt),
    acceptableUse: dayOf(acceptableUseAcceptedAt),
    status: kyb.status,
    registrationNumber: kyb.registrationNumber ?? "",
    country: kyb.country ?? "",
  };
}

const timeOf = (day: string) => (day === "" ? null : `${day}T00:00:00.000Z`);
const FIELDS: Record<string, keyof ComplianceForm> = {
  contractSignedAt: "contractSigned",
  acceptableUseAcceptedAt: "acceptableUse",
  "kyb.registrationNumber": "registrationNumber",
  "kyb.country": "country",
};

/** What the form changes of the record, and nothing else: a time that was recorded to the second stays. */
export function readCompliance(
  form: ComplianceForm,
  partner: PartnerRecord,
): { changes: Changes } | { errors: ComplianceErrors } {
  const before = complianceFormOf(partner);
  const isChanged = (field: keyof ComplianceForm) => form[field].trim() !== before[field];
  const kyb = {
    ...(isChanged("status") && { status: form.status }),
    ...(isChanged("registrationNumber") && { registrationNumber: form.registrationNumber.trim() || null }),
    ...(isChanged("country") && { country: form.country.trim().toUpperCase() || null }),
  };
  const changes = {
    ...(isChanged("contractSigned") && { contractSignedAt: timeOf(form.contractSigned) }),
    ...(isChanged("acceptableUse") && { acceptableUseAcceptedAt: timeOf(form.acceptableUse) }),
    ...(Object.keys(kyb).length > 0 && { kyb }),
  };
  if (Object.keys(changes).length === 0) return { changes };
  const { error } = SetCompliance.safeParse({ ...changes, reason: "as given" }, { error: issueSentence });
  const errors: ComplianceErrors = {};
  for (const { path, message } of error?.issues ?? []) {
    const field = FIELDS[path.join(".")];
    if (field) errors[field] ??= asSentence(message);
  }
  return error ? { errors } : { changes };
}
