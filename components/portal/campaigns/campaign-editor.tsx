"use client";

import { useRef, useState } from "react";
import { CampaignFields } from "@/components/portal/campaigns/campaign-fields";
import {
  type CampaignForm,
  type CampaignInput,
  type FieldErrors,
  fieldErrors,
  readForm,
  withoutErrorsOf,
} from "@/components/portal/campaigns/campaign-form";
import { termsOf } from "@/components/portal/campaigns/reward-preview";
import { RewardPreviewPanel } from "@/components/portal/campaigns/reward-preview-panel";
import { useCampaignChoices } from "@/components/portal/campaigns/use-campaign-choices";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ApiError } from "@/lib/client/call";

export type CampaignEditorProps = {
  initial: CampaignForm;
  /** Closes what cannot change while a campaign is active. */
  isRunning?: boolean;
  submitLabel: string;
  keepLabel: string;
  isSaving: boolean;
  problem: ApiError | null;
  /** Given what the contract accepts; calls back with a refusal. */
  onSubmit: (input: CampaignInput, onRefused: (error: ApiError) => void) => void;
  onLeave: () => void;
};

/** The rules at the left, what they give at the right. */
export function CampaignEditor(props: CampaignEditorProps) {
  const frame = useRef<HTMLFormElement>(null);
  const [form, setForm] = useState(props.initial);
  const [errors, setErrors] = useState<FieldErrors>({});
  const refuse = (found: FieldErrors) => {
    setErrors(found);
    // After React has marked the fields.
    requestAnimationFrame(() => showFirstError(frame.current));
  };
  const submit = () => {
    const read = readForm(form);
    if ("errors" in read) return refuse(read.errors);
    setErrors({});
    props.onSubmit(read.input, (error) => refuse(Array.isArray(error.details) ? fieldErrors(error.details) : {}));
  };
  return (
    <div className="grid min-w-0 gap-x-12 gap-y-8 lg:grid-cols-5">
      <form
        ref={frame}
        noValidate
        className="flex min-w-0 flex-col gap-8 lg:col-span-3"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <CampaignFields
          form={form}
          errors={errors}
          isRunning={props.isRunning ?? false}
          onChange={(part) => {
            setForm({ ...form, ...part });
            setErrors(withoutErrorsOf(Object.keys(part), errors));
          }}
        />
        {props.problem && Object.keys(errors).length === 0 && (
          <Notice tone="danger" announce>
            {problemSentence(props.problem)}
          </Notice>
        )}
        <div className="flex flex-col-reverse gap-2 md:flex-row md:justify-end">
          <Button onClick={props.onLeave}>{props.keepLabel}</Button>
          <div
            data-primary-action
            className="max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:z-20 max-md:border-t max-md:border-default max-md:bg-canvas max-md:p-4 max-md:[&>*]:w-full"
          >
            <Button type="submit" variant="primary" loading={props.isSaving}>
              {props.submitLabel}
            </Button>
          </div>
        </div>
      </form>
      <aside aria-label="Preview of the reward" className="min-w-0 lg:col-span-2">
        <div className="lg:sticky lg:top-frame lg:-mt-4 lg:pt-4">
          <FormPreview form={form} />
        </div>
      </aside>
    </div>
  );
}

function FormPreview({ form }: { form: CampaignForm }) {
  const { codes, maxTokensOf } = useCampaignChoices();
  const ruled = [...new Set(form.splits.map((split) => split.stakeholderTypeCode).filter(Boolean))];
  return (
    <RewardPreviewPanel
      terms={termsOf(form)}
      codes={ruled.length > 0 ? ruled : codes}
      hasSplits={ruled.length > 0}
      currency={form.currency}
      poolMaxTokens={maxTokensOf(form.tokenPoolId)}
    />
  );
}

/** The first wrong field gets the focus; a remark without a field comes into view. */
function showFirstError(form: HTMLFormElement | null) {
  const field = form?.querySelector<HTMLElement>("[aria-invalid=true]");
  if (field) field.focus();
  else form?.querySelector("[role=alert], [data-remark]")?.scrollIntoView({ block: "center" });
}
