import { type Line, rewardLines, scheduleLines, shareText } from "@/components/portal/campaigns/campaign-text";
import { TierTable } from "@/components/portal/campaigns/tier-table";
import { Section } from "@/components/ui/section";
import { ShareBar } from "@/components/ui/share-bar";
import type { Campaign } from "@/lib/domain/giving/campaigns/schemas";

/** What a campaign does, in words, a table and a bar. */
export function CampaignRules({ campaign, now }: { campaign: Campaign; now: Date }) {
  const { tiers, splits, schedule } = campaign;
  return (
    <>
      <Section title="Rules">
        <Lines lines={rewardLines(campaign)} />
      </Section>
      {tiers.length > 0 && (
        <Section title="Tiers" description="The tier that holds the amount multiplies its tokens once more.">
          <TierTable tiers={tiers} currency={campaign.currency} />
        </Section>
      )}
      {splits.length > 0 && (
        <Section title="Splits" description="Stakeholders of one type share its part equally.">
          <ShareBar
            label="Shares by type of stakeholder"
            shares={splits.map(({ stakeholderTypeCode, shareBps }) => ({
              label: stakeholderTypeCode,
              value: shareBps,
              text: shareText(shareBps),
            }))}
          />
        </Section>
      )}
      <Section title="Schedule">
        {schedule ? (
          <Lines lines={scheduleLines(schedule, now)} />
        ) : (
          <p className="text-content-muted">None: it runs from activating it until it is paused or completed.</p>
        )}
      </Section>
    </>
  );
}

function Lines({ lines }: { lines: readonly Line[] }) {
  return (
    <dl className="divide-y divide-default">
      {lines.map(({ label, text }) => (
        <div key={label} className="flex flex-col gap-x-4 py-2 md:flex-row">
          <dt className="w-32 shrink-0 text-content-muted">{label}</dt>
          <dd className="min-w-0">{text}</dd>
        </div>
      ))}
    </dl>
  );
}
