import { DirectoryDeliveryMark } from "@/components/admin/deliveries/directory-delivery-marks";
import { deliveriesText } from "@/components/admin/deliveries/directory-delivery-words";
import { Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import { Status, type StatusTone } from "@/components/ui/status";
import { Time } from "@/components/ui/time";
import type { SchedulerPlan, SchedulerVerdict } from "@/lib/domain/webhooks/directory/schemas";

const VERDICT_WORDS: Record<SchedulerVerdict, { tone: StatusTone; word: string }> = {
  due: { tone: "progress", word: "Would be sent again" },
  beyond_limit: { tone: "neutral", word: "Not in this run: it takes no more" },
  pausing: { tone: "neutral", word: "Not yet: its pause lasts" },
  by_hand_only: { tone: "warning", word: "Not by itself: eight attempts were made" },
};

/** What a run would do, delivery by delivery, and whether it may be live. */
export function SchedulerPlanView({ plan }: { plan: SchedulerPlan }) {
  const { failed, blocked, queued, retryLimit, deliveryLimit, isApproved, deliveries } = plan;
  return (
    <>
      {!isApproved && (
        <Notice tone="info" title="Preview only">
          Live mode is not approved, so neither the clock nor anybody here can run it. The approval is recorded in the
          server's settings, WEBHOOK_RETRY_CRON_MODE and those beside it. Until then retry deliveries by hand.
        </Notice>
      )}
      <Facts
        facts={[
          { label: "Failed, due", value: deliveriesText(failed) },
          { label: "Blocked, due", value: deliveriesText(blocked) },
          { label: "Queued now", value: deliveriesText(queued) },
          { label: "In one run", value: `${retryLimit} of each again, ${deliveryLimit} sent` },
        ]}
      />
      {isApproved && failed + blocked + queued === 0 && (
        <p className="text-body">Nothing is due and nothing waits: a run would do nothing now.</p>
      )}
      {deliveries.length === 0 ? (
        <p className="text-body text-content-muted">
          No delivery has failed or is blocked: there is nothing to send again.
        </p>
      ) : (
        // A region that scrolls must be reachable by keyboard.
        <section
          aria-label="Failed and blocked deliveries"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: see above.
          tabIndex={0}
          className="max-h-72 overflow-y-auto rounded-card border border-default px-3"
        >
          <ul className="divide-y divide-default text-dense">
            {deliveries.map(({ id, eventType, status, attempts, verdict, dueAt }) => (
              <li key={id} className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-1 py-2">
                <span className="min-w-0 flex-1 truncate font-mono" title={id}>
                  {eventType}
                </span>
                <DirectoryDeliveryMark status={status} />
                <span className="flex w-full flex-wrap justify-between gap-x-4 text-content-muted">
                  <Status tone={VERDICT_WORDS[verdict].tone}>{VERDICT_WORDS[verdict].word}</Status>
                  <span className="tabular-nums">
                    {attempts.toLocaleString("en")} {attempts === 1 ? "attempt" : "attempts"}
                    {verdict === "pausing" && (
                      <>
                        , due <Time at={dueAt ?? null} />
                      </>
                    )}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
