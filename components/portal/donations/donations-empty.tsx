"use client";

import { useQuery } from "@tanstack/react-query";
import { HandHeart } from "lucide-react";
import { linkSnippet, widgetSnippet } from "@/components/portal/donations/donation-snippets";
import { CodeTabs } from "@/components/ui/code-tabs";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { query } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";

/** No donation yet: the widget for a page and the call for a link, with the person's own publishable key. */
export function DonationsEmpty({ baseUrl }: { baseUrl: string }) {
  const me = useQuery(query(giving.me, {}));
  const place = { baseUrl, publishableKey: me.data?.publishableKey };
  const hasNoKey = me.data?.publishableKey === null;
  return (
    <div className="flex flex-col items-center">
      <EmptyState
        icon={<HandHeart />}
        title="No donations in this environment yet"
        action={hasNoKey && <LinkButton href="/keys?create=true">Create key</LinkButton>}
      >
        A donation begins with a link to a checkout. Put the widget on a page of yours, or make a link and send the
        donor to its donationLink; in the sandbox no money moves.{" "}
        {hasNoKey && "Both need a publishable key: create one first."}
      </EmptyState>
      <CodeTabs
        className="w-full max-w-dialog-wide"
        label="How a donation begins"
        samples={[
          { label: "Widget", code: widgetSnippet(place) },
          { label: "Link", code: linkSnippet(place) },
        ]}
      />
    </div>
  );
}
