import { expect, test } from "vitest";
import { notificationText } from "@/components/portal/notifications/notification-words";
import { NOTIFICATION_TYPES } from "@/lib/domain/notifications/schemas";

test("there are words for every notification, whatever of its data is missing", () => {
  for (const type of NOTIFICATION_TYPES) {
    const { title, href } = notificationText({ type, data: { to: "ACTIVE", status: "APPROVED", daysLeft: 7 } });
    expect(title).not.toBe(type);
    expect(title).not.toMatch(/undefined|null|_/);
    expect(href).toMatch(/^\/[a-z-]+$/);
  }
});

test("a status is told with its reason", () => {
  const data = { from: "ACTIVE", to: "SUSPENDED", reason: "Contract under review" };
  expect(notificationText({ type: "partner.status_changed", data })).toEqual({
    title: "Your organisation is suspended",
    detail: "Contract under review",
    href: "/home",
  });
});
