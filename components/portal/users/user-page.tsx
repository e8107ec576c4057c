"use client";

import { useQuery } from "@tanstack/react-query";
import { Pencil } from "lucide-react";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useState } from "react";
import { DetailFace } from "@/components/portal/detail-face";
import { useMayWrite } from "@/components/portal/use-may-write";
import { BalanceFigures } from "@/components/portal/users/balance-figures";
import { EditUserDialog } from "@/components/portal/users/edit-user-dialog";
import { UserActions } from "@/components/portal/users/user-actions";
import { userName } from "@/components/portal/users/user-name";
import { UserStatusMark } from "@/components/portal/users/user-status";
import { UserTransactions } from "@/components/portal/users/user-transactions";
import { VestingTimeline } from "@/components/portal/users/vesting-timeline";
import { BreadcrumbTrail } from "@/components/ui/breadcrumb";
import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { Facts } from "@/components/ui/facts";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { Tabs } from "@/components/ui/tabs";
import { Time } from "@/components/ui/time";
import { useEnvironment } from "@/lib/client/providers";
import { query } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { User } from "@/lib/domain/giving/users/schemas";

const HISTORY_TABS = ["transactions", "actions"] as const;

/** One reward recipient: tokens, actions, facts. */
export function UserPage({ externalId }: { externalId: string }) {
  useEnvironment();
  const answer = useQuery(query(giving.getUser, { externalId }));
  return (
    <DetailFace answer={answer} title={`User ${externalId}`} back={{ href: "/users", label: "View all users" }}>
      {(user) => (
        <>
          <UserHeader user={user} />
          <BalanceFigures externalId={user.externalId} />
          <VestingTimeline externalId={user.externalId} />
          <UserHistory externalId={user.externalId} />
          <UserFacts user={user} />
        </>
      )}
    </DetailFace>
  );
}

function UserHeader({ user }: { user: User }) {
  const mayEdit = useMayWrite("users:write");
  const [isEditing, setIsEditing] = useState(false);
  return (
    <>
      <BreadcrumbTrail crumbs={[{ label: user.externalId }]} />
      <PageHeader
        title={`User ${user.externalId}`}
        aside={<UserStatusMark status={user.status} />}
        purpose={user.status === "INACTIVE" ? "Inactive users receive no rewards." : "Receives rewards in tokens."}
        actions={
          mayEdit && (
            <Button icon={<Pencil aria-hidden="true" />} onClick={() => setIsEditing(true)}>
              Edit user
            </Button>
          )
        }
      />
      {isEditing && <EditUserDialog user={user} onClose={() => setIsEditing(false)} />}
    </>
  );
}

/** What moved on the account, and what the user did for it. */
function UserHistory({ externalId }: { externalId: string }) {
  const [tab, setTab] = useQueryState("tab", parseAsStringLiteral(HISTORY_TABS).withDefault("transactions"));
  return (
    <Tabs
      label="History"
      value={tab}
      onValueChange={(next) => void setTab(next === "actions" ? next : null)}
      items={[
        {
          value: "transactions",
          label: "Transactions",
          content: <UserTransactions externalId={externalId} />,
        },
        { value: "actions", label: "Actions", content: <UserActions externalId={externalId} /> },
      ]}
    />
  );
}

function UserFacts({ user }: { user: User }) {
  const { id, externalId, email, metadata } = user;
  const notGiven = <span className="text-content-muted">Not given</span>;
  return (
    <div className="grid min-w-0 gap-6 lg:grid-cols-2">
      <Section title="Facts">
        <Facts
          facts={[
            {
              label: "External ID",
              value: <span className="font-mono text-dense">{externalId}</span>,
              copy: externalId,
            },
            { label: "User ID", value: <span className="font-mono text-dense">{id}</span>, copy: id },
            { label: "Name", value: userName(user) || notGiven },
            { label: "E-mail", value: email ?? notGiven, ...(email !== null && { copy: email }) },
            { label: "Created", value: <Time at={user.createdAt} format="absolute" /> },
            { label: "Updated", value: <Time at={user.updatedAt} format="absolute" /> },
          ]}
        />
      </Section>
      <Section title="Metadata">
        {Object.keys(metadata).length === 0 ? (
          <p className="text-content-muted">None. Your server may keep up to 50 notes with a user.</p>
        ) : (
          <CodeBlock what="metadata" title="As your server sent it" code={JSON.stringify(metadata, null, 2)} />
        )}
      </Section>
    </div>
  );
}
