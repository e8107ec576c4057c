"use client";

import { Plus, X } from "lucide-react";
import { useFieldArray, useForm } from "react-hook-form";
import { z } from "zod";
import { ReasonField, useReason } from "@/components/admin/forms/reason-field";
import type { DecisionDialogProps } from "@/components/admin/inquiries/decide";
import { FIELD_OPTIONS } from "@/components/admin/inquiries/field-options";
import { inquiryProblem } from "@/components/admin/inquiries/inquiry-problem";
import { useDecision } from "@/components/admin/inquiries/use-decision";
import { contractResolver } from "@/components/portal/forms/contract-resolver";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { INQUIRY_FIELDS, RequestChanges } from "@/lib/domain/giving/inquiries/schemas";

const Changes = z.object({
  comments: z.array(
    z.object({
      field: z.enum(["", ...INQUIRY_FIELDS]).transform((field) => (field === "" ? undefined : field)),
      text: RequestChanges.shape.comments.element.shape.text,
    }),
  ),
});

const COMMENTS_MAX = 30;
const BLANK: z.input<typeof Changes>["comments"][number] = { field: "", text: "" };

/** What the applicant is to change, comment by comment, each at its field. */
export function ChangesDialog({ inquiry, onClose }: DecisionDialogProps) {
  const reason = useReason();
  const request = useDecision(inquiry, onClose);
  const { control, register, handleSubmit, formState } = useForm({
    resolver: contractResolver(Changes),
    defaultValues: { comments: [BLANK] },
  });
  const { fields, append, remove } = useFieldArray({ control, name: "comments" });
  const errors = formState.errors.comments;

  return (
    <ConfirmDialog
      open
      wide
      onOpenChange={onClose}
      title={`Request changes of “${inquiry.partnerName}”?`}
      consequence="The comments are mailed to the applicant and stand at the fields of the form, which can then be sent again."
      confirmLabel="Request changes"
      keepLabel="Leave as it is"
      tone="primary"
      loading={request.isPending}
      error={request.error && inquiryProblem(request.error)}
      onConfirm={() => {
        const given = reason.read();
        void handleSubmit(({ comments }) => {
          if (given) request.mutate({ kind: "requestChanges", comments, reason: given });
        })();
      }}
    >
      {fields.map((row, place) => (
        <div key={row.id} className="flex items-start gap-2">
          <div className="grid min-w-0 flex-1 gap-4 md:grid-cols-3">
            <Field label={<Numbered label="About" place={place} />}>
              <Select options={FIELD_OPTIONS} {...register(`comments.${place}.field`)} />
            </Field>
            <Field
              label={<Numbered label="Comment" place={place} />}
              error={errors?.[place]?.text?.message}
              className="md:col-span-2"
            >
              <Textarea rows={2} {...register(`comments.${place}.text`)} />
            </Field>
          </div>
          {fields.length > 1 && (
            <div className="pt-6">
              <IconButton
                label={`Remove comment ${place + 1}`}
                icon={<X aria-hidden="true" />}
                onClick={() => remove(place)}
              />
            </div>
          )}
        </div>
      ))}
      {fields.length < COMMENTS_MAX && (
        <div>
          <Button size="small" icon={<Plus aria-hidden="true" />} onClick={() => append(BLANK)}>
            Add comment
          </Button>
        </div>
      )}
      <ReasonField reason={reason} />
    </ConfirmDialog>
  );
}

/** Every row has the same labels; by ear they differ. */
function Numbered({ label, place }: { label: string; place: number }) {
  return (
    <>
      {label}
      <span className="sr-only"> {place + 1}</span>
    </>
  );
}
