"use client";

import { parseAsStringLiteral, useQueryStates } from "nuqs";
import { useForm } from "react-hook-form";
import { toast } from "sonner";
import { contractResolver } from "@/components/portal/forms/contract-resolver";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { EVERY_PATH, emptyFault, FaultForm, OTHER_PATH } from "@/components/portal/sandbox-tools/fault-form";
import { FAULT_PATHS } from "@/components/portal/sandbox-tools/fault-paths";
import { FAULT_LOOKS, FAULT_OPTIONS } from "@/components/portal/sandbox-tools/fault-words";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { Select } from "@/components/ui/select";
import { useCall } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import { FAULT_KINDS, type FaultKind } from "@/lib/domain/faults/schemas";

const PARAMETERS = { kind: parseAsStringLiteral(FAULT_KINDS).withDefault("RATE_LIMIT") };

const PATHS = [
  { value: EVERY_PATH, label: "Every path" },
  ...FAULT_PATHS.map((path) => ({ value: path, label: path })),
  { value: OTHER_PATH, label: "Another path" },
];

/** Lets the next requests fail, and says what that is good for. */
export function SetFault({ mayWrite }: { mayWrite: boolean }) {
  const [address, setAddress] = useQueryStates(PARAMETERS);
  const create = useCall(giving.createFault, { refresh: [giving.listFaults] });
  const { register, handleSubmit, watch, formState } = useForm({
    resolver: contractResolver(FaultForm),
    defaultValues: emptyFault(address.kind),
  });
  const { errors } = formState;
  const [kind, path] = watch(["kind", "path"]);
  const look = FAULT_LOOKS[kind];

  const submit = handleSubmit((fault) =>
    create
      .mutateAsync(fault)
      .then(() => toast.success(`${look.word} set`))
      // It stands in the form.
      .catch(() => undefined),
  );

  return (
    <Section
      title="Let requests fail"
      description="The next requests with a test key meet the outcome you choose, and change nothing."
    >
      <div className="grid gap-8 lg:grid-cols-2">
        <form noValidate method="post" aria-label="Fault" onSubmit={submit} className="flex flex-col gap-4">
          <Field label="Outcome">
            <Select
              options={FAULT_OPTIONS}
              {...register("kind", {
                onChange: (event) => void setAddress({ kind: event.target.value as FaultKind }),
              })}
            />
          </Field>
          <Field label="Path" hint="Only requests whose path begins so meet it." error={errors.path?.message}>
            <Select options={PATHS} {...register("path")} />
          </Field>
          {path === OTHER_PATH && (
            <Field label="Beginning of the path" error={errors.otherPath?.message}>
              <Input
                mono
                autoComplete="off"
                spellCheck={false}
                placeholder="/v1/partner/users/cust-314"
                {...register("otherPath")}
              />
            </Field>
          )}
          <div className="grid gap-4 md:grid-cols-2">
            <Field label="Requests" hint="How many meet it, at most 20." error={errors.count?.message}>
              <Input inputMode="numeric" autoComplete="off" {...register("count")} />
            </Field>
            {look.takesRetryAfter && (
              <Field label="Retry-After, in seconds" optional hint="1 to 60." error={errors.retryAfter?.message}>
                <Input inputMode="numeric" autoComplete="off" {...register("retryAfter")} />
              </Field>
            )}
          </div>
          {create.error && (
            <Notice tone="danger" announce>
              {problemSentence(create.error)}
            </Notice>
          )}
          <div>
            <Button type="submit" variant="primary" loading={create.isPending} disabled={!mayWrite}>
              Set fault
            </Button>
            {!mayWrite && <p className="mt-2 text-dense text-content-muted">Your role reads only.</p>}
          </div>
        </form>
        <FaultMeaning kind={kind} />
      </div>
    </Section>
  );
}

function FaultMeaning({ kind }: { kind: FaultKind }) {
  const { answer, sees, should } = FAULT_LOOKS[kind];
  return (
    <dl aria-live="polite" className="flex flex-col gap-4 text-body">
      <div>
        <dt className="font-medium">What the client sees</dt>
        <dd className="font-mono text-dense">{answer}</dd>
        <dd className="text-content-muted">{sees}</dd>
      </div>
      <div>
        <dt className="font-medium">What a good client does</dt>
        <dd className="text-content-muted">{should}</dd>
      </div>
      <div>
        <dt className="font-medium">Who meets it</dt>
        <dd className="text-content-muted">
          Requests with a test key of yours, older faults first. Production keys and people signed in here never do.
        </dd>
      </div>
    </dl>
  );
}
