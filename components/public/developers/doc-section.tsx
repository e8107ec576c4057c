import type { ReactNode } from "react";
import { labelOf, type SectionId } from "@/components/public/developers/sections";
import { cn } from "@/components/ui/class-names";

type DocSectionProps = {
  id: SectionId;
  lead?: ReactNode;
  /** What stands under the lead, beside the card; children take the whole width below both. */
  beside?: ReactNode;
  /** One figure or word of the section, with what stands behind it. */
  aside?: { label: string; value: ReactNode; note: ReactNode };
  children?: ReactNode;
};

/** A section that a link can lead to, with its label and perhaps a card beside it. */
export function DocSection({ id, lead, beside, aside, children }: DocSectionProps) {
  return (
    <section aria-labelledby={id} className="flex min-w-0 flex-col gap-4 border-t border-default py-8">
      <div className="grid gap-4 md:grid-cols-3 md:gap-8">
        <div className={cn("min-w-0", aside ? "md:col-span-2" : "md:col-span-3")}>
          <h2 id={id} className="text-title font-semibold">
            {labelOf(id)}
          </h2>
          {lead && <div className="mt-1 flex max-w-prose flex-col gap-2 text-body text-content-muted">{lead}</div>}
          {beside && <div className="mt-4 flex min-w-0 flex-col gap-4">{beside}</div>}
        </div>
        {aside && (
          <div className="min-w-0 self-start rounded-card bg-subtle p-4">
            <h3 className="text-dense font-medium text-content-muted">{aside.label}</h3>
            <p className="mt-1 text-section font-semibold break-words">{aside.value}</p>
            <div className="mt-1 text-dense break-words text-content-muted">{aside.note}</div>
          </div>
        )}
      </div>
      {children}
    </section>
  );
}
