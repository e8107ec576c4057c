"use client";

import { useQuery } from "@tanstack/react-query";
import { Bell } from "lucide-react";
import Link from "next/link";
import { Popover } from "radix-ui";
import { useState } from "react";
import { notificationText } from "@/components/portal/notifications/notification-words";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Time } from "@/components/ui/time";
import { query, useCall } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { Notification } from "@/lib/domain/notifications/schemas";

const POLL_MS = 60_000;

/** What the platform told the partner. Opening it marks all as seen; what was new keeps its mark while it is open. */
export function NotificationBell() {
  const list = useQuery({ ...query(giving.listNotifications, {}), refetchInterval: POLL_MS });
  const seen = useCall(giving.markNotificationsSeen);
  const [open, setOpen] = useState(false);
  const { data = [], unseen = 0 } = list.data ?? {};
  const toggle = (next: boolean) => {
    setOpen(next);
    const [latest] = data;
    if (next && unseen > 0 && latest) seen.mutate({ upTo: latest.at });
    if (!next) void list.refetch();
  };
  return (
    <Popover.Root open={open} onOpenChange={toggle}>
      <Popover.Trigger asChild>
        <Button variant="ghost" size="iconSmall" aria-label={bellLabel(unseen)} className="relative shrink-0">
          <Bell aria-hidden="true" />
          {unseen > 0 && <span aria-hidden="true" className="absolute top-1 right-1 size-2 rounded-full bg-accent" />}
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          aria-label="Notifications"
          align="end"
          sideOffset={4}
          collisionPadding={8}
          tabIndex={-1}
          // The panel itself: on its first time the focus would open that time's tooltip over the list.
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            (event.currentTarget as HTMLElement).focus();
          }}
          className="z-40 flex max-h-96 w-80 max-w-full animate-fade-in flex-col overflow-y-auto rounded-card bg-floating shadow-floating outline-none"
        >
          <h2 className="border-b border-default px-4 py-3 text-body font-semibold">Notifications</h2>
          {data.length === 0 ? (
            <p className="px-4 py-6 text-body text-content-muted">
              {list.error
                ? "Notifications could not be loaded. Reload the page to try again."
                : "Nothing yet. Changes of status, access, pools, keys and webhooks appear here."}
            </p>
          ) : (
            <ul>
              {data.map((each) => (
                <li key={each.id} className="border-b border-default last:border-b-0">
                  <Item notification={each} onFollow={() => toggle(false)} />
                </li>
              ))}
            </ul>
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

const bellLabel = (unseen: number) => (unseen === 0 ? "Notifications" : `Notifications, ${unseen} new`);

function Item({ notification, onFollow }: { notification: Notification; onFollow: () => void }) {
  const { title, detail, href } = notificationText(notification);
  const { environment, isNew, at } = notification;
  return (
    <div className="flex flex-col gap-1 px-4 py-3">
      <span className="flex items-start justify-between gap-2 text-body font-medium">
        <Link href={href} onClick={onFollow} className="link min-w-0">
          {title}
        </Link>
        {isNew && <Badge tone="accent">New</Badge>}
      </span>
      {detail && <span className="text-dense text-content-muted">{detail}</span>}
      <span className="text-meta text-content-muted">
        {environment && `${environment === "sandbox" ? "Sandbox" : "Production"} · `}
        <Time at={at} />
      </span>
    </div>
  );
}
