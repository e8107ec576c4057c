import { Facts } from "@/components/ui/facts";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import type { UsageAnalytics } from "@/lib/domain/api-clients/usage/schemas";

/** How long the usage log is kept, and what stands before removing any of it. */
export function RetentionPolicy({ policy }: { policy: UsageAnalytics["retentionPolicy"] }) {
  const { auditRetentionDays, retentionCutoff, retentionCandidates } = policy;
  return (
    <Section
      title="Retention"
      description="Nothing is removed by itself: the owner approves it, after an archive and a review for legal holds."
    >
      <Facts
        facts={[
          { label: "Kept for", value: `${auditRetentionDays.toLocaleString("en")} days` },
          { label: "Cutoff", value: <Time at={retentionCutoff} format="absolute" /> },
          { label: "Older than that", value: `${retentionCandidates.toLocaleString("en")} events` },
          { label: "Removal", value: "Waits for the owner's approval" },
        ]}
      />
    </Section>
  );
}
