import { Section } from "@/components/ui/section";

/** What each role may do, for whoever has to choose one. */
export function RoleList({ roles }: { roles: Record<string, { word: string; meaning: string }> }) {
  return (
    <Section title="Roles">
      <dl className="grid gap-x-6 gap-y-2 md:grid-cols-[max-content_1fr]">
        {Object.entries(roles).map(([role, { word, meaning }]) => (
          <div key={role} className="contents">
            <dt className="text-body font-medium">{word}</dt>
            <dd className="text-body text-content-muted max-md:mb-2">{meaning}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
