"use client";

import { Plus, X } from "lucide-react";
import { useFieldArray, useFormContext } from "react-hook-form";
import { FieldNote } from "@/components/portal/forms/form-field";
import type { ProductionForm } from "@/components/portal/production-request/production-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";

const TYPES_MAX = 50;

/** Who receives rewards, one row for each type. Without a least number they may all be taken out. */
export function StakeholderFields({ min = 1 }: { min?: number }) {
  const { control, register, formState } = useFormContext<Pick<ProductionForm, "stakeholderModel">>();
  const errors = formState.errors.stakeholderModel;
  const { fields, append, remove } = useFieldArray({ control, name: "stakeholderModel" });
  const problem = errors?.root?.message ?? errors?.message;
  return (
    <div className="flex flex-col gap-4">
      {fields.map((field, place) => (
        <div key={field.id} className="flex items-start gap-2">
          <div className="grid min-w-0 flex-1 gap-4 md:grid-cols-3">
            <Field
              label={<Numbered label="Stakeholder type" place={place} />}
              error={errors?.[place]?.stakeholderTypeCode?.message}
            >
              <Input
                mono
                autoComplete="off"
                spellCheck={false}
                {...register(`stakeholderModel.${place}.stakeholderTypeCode`)}
              />
            </Field>
            <Field
              label={<Numbered label="Who that is" place={place} />}
              error={errors?.[place]?.description?.message}
              className="md:col-span-2"
            >
              <Input autoComplete="off" {...register(`stakeholderModel.${place}.description`)} />
            </Field>
          </div>
          {fields.length > min && (
            <div className="pt-6">
              <IconButton
                label={`Remove type ${place + 1}`}
                icon={<X aria-hidden="true" />}
                onClick={() => remove(place)}
              />
            </div>
          )}
        </div>
      ))}
      <FieldNote name="stakeholderModel" />
      {problem && (
        <Notice tone="danger" announce>
          {problem}
        </Notice>
      )}
      {fields.length < TYPES_MAX && (
        <div>
          <Button
            size="small"
            icon={<Plus aria-hidden="true" />}
            onClick={() => append({ stakeholderTypeCode: "", description: "" })}
          >
            Add type
          </Button>
        </div>
      )}
    </div>
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
