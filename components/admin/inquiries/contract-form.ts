import { z } from "zod";
import type { Inquiry, RecordContract } from "@/lib/domain/giving/inquiries/schemas";
import { KybInput } from "@/lib/domain/giving/intake/schemas";

const { shape } = KybInput;
const Day = z.union([z.literal(""), z.iso.date("must be a day, such as 2026-01-31")]);
const blank = <T>(schema: z.ZodType<T>) =>
  z
    .string()
    .trim()
    .transform((written) => (written === "" ? undefined : written))
    .pipe(schema as z.ZodType<T, string | undefined>);

/** What compliance fills in; days without a time begin in UTC. */
export const ContractForm = z.object({
  contractSignedOn: Day,
  acceptableUseAcceptedOn: Day,
  kybStatus: shape.status,
  registrationNumber: blank(shape.registrationNumber),
  country: blank(shape.country),
});
export type ContractForm = z.input<typeof ContractForm>;

const dayOf = (at: string | null) => at?.slice(0, 10) ?? "";
const instantOf = (day: string) => `${day}T00:00:00.000Z`;

export function formOf({ contractSignedAt, acceptableUseAcceptedAt, kyb }: Inquiry["contract"]): ContractForm {
  return {
    contractSignedOn: dayOf(contractSignedAt),
    acceptableUseAcceptedOn: dayOf(acceptableUseAcceptedAt),
    kybStatus: kyb.status,
    registrationNumber: kyb.registrationNumber ?? "",
    country: kyb.country ?? "",
  };
}

/** The form as the contract's call. A day that was not touched keeps its time. */
export function asContract(
  form: z.output<typeof ContractForm>,
  known: Inquiry["contract"],
): Omit<z.input<typeof RecordContract>, "reason"> {
  const instant = (day: string, before: string | null) => {
    if (day === "") return undefined;
    return before !== null && dayOf(before) === day ? before : instantOf(day);
  };
  const { kybStatus, registrationNumber, country } = form;
  return {
    contractSignedAt: instant(form.contractSignedOn, known.contractSignedAt),
    acceptableUseAcceptedAt: instant(form.acceptableUseAcceptedOn, known.acceptableUseAcceptedAt),
    kyb: { status: kybStatus, registrationNumber, country },
  };
}
