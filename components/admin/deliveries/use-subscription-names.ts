import { useCallback } from "react";
import { useApiClients } from "@/components/admin/api-clients/use-api-clients";
import { useSubscriptions } from "@/components/admin/subscriptions/use-subscriptions";
import { webhookName } from "@/components/portal/webhooks/webhook-health";

/** A subscription by what people know it by. */
export type SubscriptionName = { target: string; clientId: string; clientName: string };

/** Says whose a subscription is and where it leads; nothing of one that is not known here. */
export function useSubscriptionNames(): (subscriptionId: string) => SubscriptionName | undefined {
  const subscriptions = useSubscriptions().data;
  const clients = useApiClients().data;
  return useCallback(
    (subscriptionId) => {
      const found = subscriptions?.find(({ id }) => id === subscriptionId);
      if (!found) return undefined;
      const { apiClientId: clientId, targetUrl } = found;
      const clientName = clients?.find(({ id }) => id === clientId)?.name ?? clientId;
      return { target: webhookName(targetUrl), clientId, clientName };
    },
    [subscriptions, clients],
  );
}
