import { AttemptMark } from "@/components/admin/deliveries/directory-delivery-marks";
import { webhookName } from "@/components/portal/webhooks/webhook-health";
import type { DeliveryRun, WebhookDeliveryAttempt } from "@/lib/domain/webhooks/directory/schemas";

/** "3 delivered, 1 failed, 0 blocked" */
export const runText = ({ delivered, failed, blocked }: DeliveryRun) =>
  `${delivered.toLocaleString("en")} delivered, ${failed.toLocaleString("en")} failed, ${blocked.toLocaleString("en")} blocked`;

/** What a run of the worker did to each delivery, or would do. */
export function RunAttempts({ attempts }: { attempts: readonly WebhookDeliveryAttempt[] }) {
  return (
    <ul className="max-h-72 divide-y divide-default overflow-y-auto text-dense">
      {attempts.map(({ id, targetUrl, status, statusCode, error }) => (
        <li key={id} className="flex min-w-0 flex-col py-2">
          <span className="flex min-w-0 items-center gap-4">
            <span className="min-w-0 flex-1 truncate font-mono">{webhookName(targetUrl)}</span>
            {statusCode !== undefined && <span className="tabular-nums">{statusCode}</span>}
            <AttemptMark status={status} />
          </span>
          {error && <span className="break-words text-content-muted">{error}</span>}
        </li>
      ))}
    </ul>
  );
}
