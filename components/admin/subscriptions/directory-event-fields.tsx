import { Checkbox } from "@/components/ui/checkbox";
import {
  DIRECTORY_EVENTS,
  WEBHOOK_EVENT_TYPES,
  type WebhookEventType,
} from "@/lib/domain/webhooks/directory/event-types";

export type DirectoryEventFieldsProps = {
  chosen: readonly WebhookEventType[];
  onChange: (chosen: WebhookEventType[]) => void;
  error?: string;
};

/** Every event of the directory as a box to tick, with what it tells. */
export function DirectoryEventFields({ chosen, onChange, error }: DirectoryEventFieldsProps) {
  return (
    <fieldset>
      <legend className="text-body font-medium">Events</legend>
      <div className="grid gap-x-4 md:grid-cols-2">
        {WEBHOOK_EVENT_TYPES.map((type) => (
          <Checkbox
            key={type}
            label={<span className="font-mono text-dense break-all">{type}</span>}
            hint={DIRECTORY_EVENTS.find(({ name }) => name === type)?.description}
            checked={chosen.includes(type)}
            onCheckedChange={(isChosen) =>
              onChange(isChosen ? [...chosen, type] : chosen.filter((other) => other !== type))
            }
          />
        ))}
      </div>
      <p aria-live="polite" className="text-dense text-danger">
        {error}
      </p>
    </fieldset>
  );
}
