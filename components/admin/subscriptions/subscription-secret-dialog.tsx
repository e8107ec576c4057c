import { fileNameOf } from "@/components/portal/keys/key-form";
import { SecretDialog } from "@/components/ui/secret-dialog";
import type { ApiClient } from "@/lib/domain/api-clients/schemas";
import type { CreatedWebhookSubscription } from "@/lib/domain/webhooks/directory/schemas";

type SubscriptionSecretDialogProps = {
  subscription: CreatedWebhookSubscription;
  client: ApiClient | undefined;
  onClose: () => void;
};

/** The only moment at which a subscription's signing secret can be seen. Mount it to open it. */
export function SubscriptionSecretDialog({ subscription, client, onClose }: SubscriptionSecretDialogProps) {
  return (
    <SecretDialog
      title="Hand over the signing secret"
      description={`The receiver of “${client?.name ?? subscription.apiClientId}” needs it to tell our deliveries from forged ones.`}
      fileName={fileNameOf(`${client?.name ?? "client"} webhook`, client?.sandboxMode ? "sandbox" : "live")}
      secrets={[
        { label: "Signing secret", variable: "SENIOR_GURU_WEBHOOK_SECRET", value: subscription.signingSecret },
        {
          label: "Subscription ID",
          variable: "SENIOR_GURU_WEBHOOK_SUBSCRIPTION_ID",
          value: subscription.id,
          isPublic: true,
        },
      ]}
      onClose={onClose}
    />
  );
}
