"use client";

import { eventGroups } from "@/components/portal/webhooks/event-groups";
import { Checkbox } from "@/components/ui/checkbox";

export type EventTypeFieldsProps = { chosen: readonly string[]; onChange: (chosen: string[]) => void };

const GROUPS = eventGroups();

/** Every event as a box to tick, with what it tells. */
export function EventTypeFields({ chosen, onChange }: EventTypeFieldsProps) {
  return (
    <div className="flex flex-col gap-4">
      {GROUPS.map((group) => (
        <fieldset key={group.label}>
          <legend className="text-dense font-medium text-content-muted">{group.label}</legend>
          {group.events.map(({ name, description }) => (
            <Checkbox
              key={name}
              label={<span className="font-mono text-dense">{name}</span>}
              hint={description}
              checked={chosen.includes(name)}
              onCheckedChange={(checked) =>
                onChange(checked ? [...chosen, name] : chosen.filter((other) => other !== name))
              }
            />
          ))}
        </fieldset>
      ))}
    </div>
  );
}
