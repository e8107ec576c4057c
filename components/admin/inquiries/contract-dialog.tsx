"use client";

import { useForm } from "react-hook-form";
import { toast } from "sonner";
import { ReasonField, useReason } from "@/components/admin/forms/reason-field";
import { asContract, ContractForm, formOf } from "@/components/admin/inquiries/contract-form";
import { inquiryProblem } from "@/components/admin/inquiries/inquiry-problem";
import { KYB_WORDS } from "@/components/admin/inquiries/kyb-words";
import { REFRESHED } from "@/components/admin/inquiries/use-decision";
import { contractResolver } from "@/components/portal/forms/contract-resolver";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { useCall } from "@/lib/client/query";
import * as inquiriesApi from "@/lib/contract/admin/inquiries";
import type { Inquiry } from "@/lib/domain/giving/inquiries/schemas";
import { KYB_STATUSES } from "@/lib/domain/partners/statuses";

const KYB_OPTIONS = KYB_STATUSES.map((value) => ({ value, label: KYB_WORDS[value].word }));

/** What is known by now of contract, acceptable use and the organisation behind the inquiry. */
export function ContractDialog({ inquiry, onClose }: { inquiry: Inquiry; onClose: () => void }) {
  const reason = useReason();
  const record = useCall(inquiriesApi.recordInquiryContract, { refresh: REFRESHED });
  const { register, handleSubmit, formState } = useForm({
    resolver: contractResolver(ContractForm),
    defaultValues: formOf(inquiry.contract),
  });
  const { errors } = formState;
  const confirm = () => {
    const given = reason.read();
    void handleSubmit((form) => {
      if (!given) return;
      record.mutate(
        { inquiryId: inquiry.id, ...asContract(form, inquiry.contract), reason: given },
        {
          onSuccess: ({ status }) => {
            toast.success(status === "CONTRACT_SIGNED" ? "Everything is signed and verified" : "Record kept");
            onClose();
          },
        },
      );
    })();
  };
  return (
    <ConfirmDialog
      open
      wide
      onOpenChange={onClose}
      title={`Record contract and KYB of “${inquiry.partnerName}”`}
      consequence="Once both days are there and KYB is verified, the partner can be created."
      confirmLabel="Record contract"
      keepLabel="Discard changes"
      tone="primary"
      loading={record.isPending}
      error={record.error && inquiryProblem(record.error)}
      onConfirm={confirm}
    >
      <div className="grid gap-4 md:grid-cols-2">
        <Field label="Contract signed on" hint="UTC." error={errors.contractSignedOn?.message}>
          <Input type="date" {...register("contractSignedOn")} />
        </Field>
        <Field label="Acceptable use accepted on" hint="UTC." error={errors.acceptableUseAcceptedOn?.message}>
          <Input type="date" {...register("acceptableUseAcceptedOn")} />
        </Field>
        <Field label="KYB" error={errors.kybStatus?.message}>
          <Select options={KYB_OPTIONS} {...register("kybStatus")} />
        </Field>
        <Field label="Registration number" optional error={errors.registrationNumber?.message}>
          <Input mono autoComplete="off" spellCheck={false} {...register("registrationNumber")} />
        </Field>
        <Field label="Country" optional hint="Two letters, such as US." error={errors.country?.message}>
          <Input mono autoComplete="off" maxLength={2} spellCheck={false} {...register("country")} />
        </Field>
      </div>
      <ReasonField reason={reason} />
    </ConfirmDialog>
  );
}
