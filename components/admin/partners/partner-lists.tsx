import { Badge } from "@/components/ui/badge";
import { Section } from "@/components/ui/section";
import type { PartnerRecord } from "@/lib/domain/giving/partner-records/schemas";

/** What the partner may use, and from where it may call. */
export function PartnerLists({ partner }: { partner: PartnerRecord }) {
  return (
    <>
      <Words title="Features" words={partner.enabledFeatures} none="None is enabled." />
      <Words title="Action types" words={partner.actionTypes} none="None is registered." />
      <Words title="Stakeholder types" words={partner.stakeholderTypes} none="None is registered." />
      <Words title="IP allow-list" words={partner.ipAllowlist} none="Any address may call." />
      <Words title="Allowed origins" words={partner.allowedOrigins} none="Any page may use its publishable keys." />
    </>
  );
}

type WordsProps = { title: string; words: readonly string[]; none: string };

function Words({ title, words, none }: WordsProps) {
  return (
    <Section title={title}>
      {words.length === 0 ? (
        <p className="text-content-muted">{none}</p>
      ) : (
        <ul className="flex flex-wrap gap-2">
          {words.map((word) => (
            <li key={word}>
              <Badge mono>{word}</Badge>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
