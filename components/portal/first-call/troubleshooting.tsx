import { ChevronRight } from "lucide-react";
import { TROUBLES } from "@/components/portal/first-call/troubles";
import { Section } from "@/components/ui/section";

/** What a refusal means, by the code in its answer. */
export function Troubleshooting() {
  return (
    <Section title="If it is refused" description="The answer's code says why.">
      <ul className="divide-y divide-default border-y border-default">
        {TROUBLES.map(({ code, means, remedy }) => (
          <li key={code}>
            <details className="group">
              <summary className="flex list-none items-center gap-2 py-3 font-mono text-dense md:py-2 [&::-webkit-details-marker]:hidden">
                <ChevronRight
                  aria-hidden="true"
                  className="size-4 shrink-0 text-content-muted transition-transform group-open:rotate-90"
                />
                {code}
              </summary>
              <div className="pb-3 pl-6 text-body text-content-muted">
                <p className="text-content">{means}</p>
                <p className="mt-1">{remedy}</p>
              </div>
            </details>
          </li>
        ))}
      </ul>
    </Section>
  );
}
