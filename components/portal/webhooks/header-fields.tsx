"use client";

import { Plus, X } from "lucide-react";
import type { WebhookForm } from "@/components/portal/webhooks/webhook-form";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";

const HEADERS_MAX = 10;

type Headers = NonNullable<WebhookForm["headers"]>;
export type HeaderFieldsProps = { headers: Headers; onChange: (headers: Headers) => void; error?: string };

/** Headers of the receiver's own, such as a token for its gateway. */
export function HeaderFields({ headers, onChange, error }: HeaderFieldsProps) {
  const change = (place: number, part: Partial<Headers[number]>) =>
    onChange(headers.map((header, n) => (n === place ? { ...header, ...part } : header)));
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-medium">
        Custom headers <span className="font-normal text-content-muted">(optional)</span>
      </legend>
      {headers.map((header, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity while they are written.
        <div key={place} className="flex gap-2">
          <Input
            mono
            aria-label={`Name of header ${place + 1}`}
            placeholder="X-Tenant"
            autoComplete="off"
            value={header.name}
            onChange={(event) => change(place, { name: event.target.value })}
          />
          <Input
            mono
            aria-label={`Value of header ${place + 1}`}
            autoComplete="off"
            value={header.value}
            onChange={(event) => change(place, { value: event.target.value })}
          />
          <IconButton
            label={`Remove header ${place + 1}`}
            icon={<X aria-hidden="true" />}
            onClick={() => onChange(headers.filter((_, n) => n !== place))}
          />
        </div>
      ))}
      <p aria-live="polite" className={error ? "text-dense text-danger" : "text-dense text-content-muted"}>
        {error ?? "Sent with every delivery. Values are stored encrypted and never shown again."}
      </p>
      {headers.length < HEADERS_MAX && (
        <div>
          <Button
            size="small"
            icon={<Plus aria-hidden="true" />}
            onClick={() => onChange([...headers, { name: "", value: "" }])}
          >
            Add header
          </Button>
        </div>
      )}
    </fieldset>
  );
}
