import { TROUBLES } from "@/components/portal/first-call/troubles";
import { Section } from "@/components/ui/section";

/** What a refusal means, by the code in its answer. */
export function Troubleshooting() {
  return (
    <Section title="If it is refused" description="The answer's code says why.">
      <ul className="divide-y divide-default border-y border-default">
        {TROUBLES.map(({ code, means, remedy }) => (
          <li key={code}>
            <details>
              <summary className="py-3 font-mono text-dense md:py-2">{code}</summary>
              <div className="pb-3 text-body text-content-muted">
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
