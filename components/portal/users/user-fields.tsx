"use client";

import type { FieldErrors, UseFormRegister } from "react-hook-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";

type Values = { email: string; firstName: string; lastName: string; metadata: string };

export type UserFieldsProps = { register: UseFormRegister<Values>; errors: FieldErrors<Values> };

/** What a partner may know of a user beside the id: all of it optional. */
export function UserFields({ register, errors }: UserFieldsProps) {
  return (
    <>
      <Field label="E-mail address" optional error={errors.email?.message}>
        <Input type="email" autoComplete="off" {...register("email")} />
      </Field>
      <div className="grid gap-4 md:grid-cols-2">
        <Field label="First name" optional error={errors.firstName?.message}>
          <Input autoComplete="off" {...register("firstName")} />
        </Field>
        <Field label="Last name" optional error={errors.lastName?.message}>
          <Input autoComplete="off" {...register("lastName")} />
        </Field>
      </div>
      <Field
        label="Metadata"
        optional
        hint={`Your own notes as a JSON object, such as {"store": "Old Town", "visits": 3}.`}
        error={errors.metadata?.message}
      >
        <Textarea mono rows={4} spellCheck={false} autoComplete="off" {...register("metadata")} />
      </Field>
    </>
  );
}
