"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { toast } from "sonner";
import { ReasonField, useReason } from "@/components/admin/forms/reason-field";
import { inquiryProblem } from "@/components/admin/inquiries/inquiry-problem";
import { asPartner, formOf, PartnerForm } from "@/components/admin/inquiries/partner-form";
import { REFRESHED } from "@/components/admin/inquiries/use-decision";
import { TIER_WORDS } from "@/components/admin/partners/partner-words";
import { contractResolver } from "@/components/portal/forms/contract-resolver";
import { showIssues } from "@/components/portal/forms/show-issues";
import { Checkbox } from "@/components/ui/checkbox";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { useCall } from "@/lib/client/query";
import * as inquiriesApi from "@/lib/contract/admin/inquiries";
import * as partnersApi from "@/lib/contract/admin/partners";
import type { Inquiry } from "@/lib/domain/giving/inquiries/schemas";
import { FEATURES, type Feature, TIERS } from "@/lib/domain/partners/statuses";

const TIER_OPTIONS = TIERS.map((value) => ({ value, label: TIER_WORDS[value] }));

const FEATURE_WORDS: Record<Feature, string> = {
  DONATIONS: "Donations",
  ACTIONS: "Actions",
  USERS: "Users",
  CAMPAIGNS: "Campaigns",
  TOKEN_POOLS: "Token pools",
  WEBHOOKS: "Webhooks",
  DASHBOARD: "Dashboard",
};

/** A partner as the inquiry asks for it, with what may be set otherwise. */
export function CreatePartnerDialog({ inquiry, onClose }: { inquiry: Inquiry; onClose: () => void }) {
  const router = useRouter();
  const reason = useReason();
  const [features, setFeatures] = useState<Feature[]>([...FEATURES]);
  const create = useCall(inquiriesApi.createPartner, { refresh: [...REFRESHED, partnersApi.listPartners] });
  const { register, handleSubmit, setError, formState } = useForm({
    resolver: contractResolver(PartnerForm),
    defaultValues: formOf(inquiry),
  });
  const { errors } = formState;
  const confirm = () => {
    const given = reason.read();
    void handleSubmit((form) => {
      if (!given) return;
      create.mutate(asPartner(form, { inquiry, enabledFeatures: features, reason: given }), {
        onSuccess: (partner) => {
          toast.success(`${partner.name} created`);
          router.push(`/admin/partners/${partner.id}`);
        },
        onError: (error) => {
          if (error.code === "SLUG_TAKEN") setError("slug", { message: "Another partner has this slug." });
          showIssues(error, { fields: PartnerForm.shape, setError });
        },
      });
    })();
  };
  return (
    <ConfirmDialog
      open
      wide
      onOpenChange={onClose}
      title={`Create partner “${inquiry.partnerName}”?`}
      consequence="In “Pending approval”: keys and pools can be prepared, calls are refused. The contact is invited to the portal as its owner."
      confirmLabel="Create partner"
      keepLabel="Leave as it is"
      tone="primary"
      loading={create.isPending || create.isSuccess}
      error={create.error && inquiryProblem(create.error)}
      onConfirm={confirm}
    >
      <div className="grid gap-4 md:grid-cols-2">
        <Field label="Name" error={errors.name?.message}>
          <Input autoComplete="off" {...register("name")} />
        </Field>
        <Field label="Slug" optional hint="Made from the name unless it is given." error={errors.slug?.message}>
          <Input mono autoComplete="off" spellCheck={false} {...register("slug")} />
        </Field>
        <Field label="Contact e-mail" error={errors.contactEmail?.message}>
          <Input type="email" autoComplete="off" {...register("contactEmail")} />
        </Field>
        <Field label="Tier" error={errors.tier?.message}>
          <Select options={TIER_OPTIONS} {...register("tier")} />
        </Field>
        <Field label="Action types" hint="One a line." error={errors.actionTypes?.message}>
          <Textarea mono rows={4} spellCheck={false} {...register("actionTypes")} />
        </Field>
        <Field label="Stakeholder types" hint="One a line." error={errors.stakeholderTypes?.message}>
          <Textarea mono rows={4} spellCheck={false} {...register("stakeholderTypes")} />
        </Field>
      </div>
      <fieldset>
        <legend className="text-body font-medium">Features</legend>
        <div className="grid gap-x-4 md:grid-cols-3">
          {FEATURES.map((feature) => (
            <Checkbox
              key={feature}
              label={FEATURE_WORDS[feature]}
              checked={features.includes(feature)}
              onCheckedChange={(checked) =>
                setFeatures(FEATURES.filter((one) => (one === feature ? checked : features.includes(one))))
              }
            />
          ))}
        </div>
      </fieldset>
      <ReasonField reason={reason} />
    </ConfirmDialog>
  );
}
