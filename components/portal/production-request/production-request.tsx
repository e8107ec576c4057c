"use client";

import { useQuery } from "@tanstack/react-query";
import { ACCESS_LOOKS } from "@/components/portal/go-live/production-access";
import { useCanManageKeys } from "@/components/portal/keys/use-can-manage-keys";
import { loadProblem } from "@/components/portal/list-face";
import { NoPartnerYet } from "@/components/portal/no-partner-yet";
import { ProductionRequestForm } from "@/components/portal/production-request/production-request-form";
import { RequestReview, RequestState } from "@/components/portal/production-request/request-review";
import { ErrorState } from "@/components/ui/error-state";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { Skeleton } from "@/components/ui/skeleton";
import { query } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";

const NEXT = [
  "The request goes to a reviewer, and production access reads “Requested”.",
  "The reviewer may ask back at the contact address. Until the decision a new request replaces this one.",
  "Once it is approved you create production keys and register webhooks; calls that read are served.",
  "When the seven items of the checklist stand, the platform makes the cutover and rewards begin.",
];

/** Where a partner asks for production, unless there is nothing left to ask. */
export function ProductionRequest() {
  const me = useQuery(query(giving.me, {}));
  const review = useQuery({ ...query(giving.getProductionRequest, {}), enabled: !!me.data?.partner });
  const mayRequest = useCanManageKeys();
  const error = me.data ? (review.data ? null : review.error) : me.error;
  if (error) {
    const { title, message, requestId } = loadProblem(error, "The form could not be loaded");
    return (
      <ErrorState
        title={title}
        requestId={requestId}
        onRetry={() => void Promise.all([me.refetch(), review.refetch()])}
      >
        {message}
      </ErrorState>
    );
  }
  if (!me.data) return <Skeleton className="h-96 w-full" />;
  const { partner } = me.data;
  if (!partner) return <NoPartnerYet />;
  const { word, meaning, request } = ACCESS_LOOKS[partner.productionAccess];
  if (!request || !mayRequest) {
    return (
      <Notice
        tone="info"
        title={request ? "Your role reads only" : `Production access: ${word.toLowerCase()}`}
        action={<LinkButton href="/go-live">Open checklist</LinkButton>}
      >
        {request ? "An owner, an administrator or a developer of your organisation can ask for production." : meaning}
      </Notice>
    );
  }
  if (!review.data) return <Skeleton className="h-96 w-full" />;
  const last = review.data.request;
  return (
    <div className="grid gap-8 lg:grid-cols-3">
      <div className="flex min-w-0 flex-col gap-6 lg:col-span-2">
        {last && <RequestState request={last} />}
        {last && (last.status === "OPEN" || last.comments.length > 0) && <RequestReview request={last} />}
        <ProductionRequestForm partner={partner} last={last?.fields ?? null} />
      </div>
      <aside aria-label="After the request" className="lg:sticky lg:top-frame lg:-mt-4 lg:self-start lg:pt-4">
        <Section title="What happens next">
          <ol className="flex list-decimal flex-col gap-3 pl-4 text-body text-content-muted">
            {NEXT.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </Section>
      </aside>
    </div>
  );
}
