"use client";

import { useId } from "react";
import { useForm } from "react-hook-form";
import { DirectoryEventFields } from "@/components/admin/subscriptions/directory-event-fields";
import { NewSubscriptionForm } from "@/components/admin/subscriptions/subscription-form";
import { contractResolver } from "@/components/portal/forms/contract-resolver";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { useCall } from "@/lib/client/query";
import * as webhooksApi from "@/lib/contract/directory/admin-webhooks";
import type { ApiClient } from "@/lib/domain/api-clients/schemas";
import type { WebhookEventType } from "@/lib/domain/webhooks/directory/event-types";
import type { CreatedWebhookSubscription } from "@/lib/domain/webhooks/directory/schemas";

const mayBeTold = ({ status, scopes }: ApiClient) => status === "active" && scopes.includes("webhooks:write");

type CreateSubscriptionDialogProps = {
  clients: readonly ApiClient[];
  /** The client that the list shows, if it shows one. */
  clientId: string | null;
  onClose: () => void;
  onCreated: (subscription: CreatedWebhookSubscription) => void;
};

/** Mount it to open it. The answer holds the signing secret; it goes straight to `onCreated` and nowhere else. */
export function CreateSubscriptionDialog(props: CreateSubscriptionDialogProps) {
  const formId = useId();
  const choices = props.clients.filter(mayBeTold).map(({ id, name }) => ({ value: id, label: name }));
  const create = useCall(webhooksApi.createSubscription, { refresh: [webhooksApi.listSubscriptions] });
  const { register, handleSubmit, watch, setValue, formState } = useForm({
    resolver: contractResolver(NewSubscriptionForm),
    defaultValues: {
      apiClientId: choices.some(({ value }) => value === props.clientId) ? (props.clientId ?? "") : "",
      targetUrl: "",
      eventTypes: [] as WebhookEventType[],
    },
  });
  const { errors } = formState;
  const submit = handleSubmit((subscription) => {
    const onSuccess = ({ data }: { data: CreatedWebhookSubscription }) => {
      props.onClose();
      props.onCreated(data);
    };
    if (!create.isPending) create.mutate(subscription, { onSuccess });
  });
  return (
    <Dialog
      open
      wide
      dismissible={false}
      onOpenChange={(open) => !open && props.onClose()}
      title="Create subscription"
      description="Each chosen event is sent to the address as a signed POST request. The secret is shown once."
      footer={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" loading={create.isPending}>
            Create subscription
          </Button>
        </>
      }
    >
      <form id={formId} noValidate className="flex flex-col gap-4" onSubmit={(event) => void submit(event)}>
        {choices.length === 0 && (
          <Notice tone="warning" title="No client can be told of events">
            A client must be active and hold the scope webhooks:write. Give it to one under API clients.
          </Notice>
        )}
        <Field
          label="API client"
          hint="Those that are active and hold webhooks:write."
          error={errors.apiClientId?.message}
        >
          <Select placeholder="Choose a client" options={choices} {...register("apiClientId")} />
        </Field>
        <Field
          label="Target URL"
          hint="On https, at a public host; its receiver answers 2xx within ten seconds."
          error={errors.targetUrl?.message}
        >
          <Input
            type="url"
            autoComplete="off"
            spellCheck={false}
            placeholder="https://partner.example/webhooks/senior-guru"
            {...register("targetUrl")}
          />
        </Field>
        <DirectoryEventFields
          chosen={watch("eventTypes")}
          onChange={(chosen) => setValue("eventTypes", chosen)}
          error={errors.eventTypes?.message}
        />
        {create.error && (
          <Notice tone="danger" announce>
            {problemSentence(create.error)}
          </Notice>
        )}
      </form>
    </Dialog>
  );
}
