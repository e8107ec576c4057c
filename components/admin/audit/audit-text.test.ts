import { expect, test } from "vitest";
import { AUDIT_ACTIONS, auditActor, auditChanges, auditTitle } from "@/components/admin/audit/audit-text";
import type { AuditRecord } from "@/lib/domain/audit/schemas";

const record: AuditRecord = {
  ...{ id: "1", at: "2026-01-01T00:00:00.000Z", actorType: "ADMIN", actorId: "695b9e0d4f1a2b3c4d5e6f70" },
  ...{ actorName: "ada@portico.example", action: "api_key.updated", targetType: "api_key", targetId: "key_1" },
  ...{ partnerId: "2", environment: "sandbox", before: null, after: null, reason: null, ip: null, requestId: "req_1" },
  ...{ partnerName: "Acme", sealed: null },
};

test.each([
  ["api_key.revoked", "API key revoked"],
  ["partner.created", "Partner created"],
  ["portal_user.email_verified", "Portal user email verified"],
  ["something", "Something"],
])("%s reads %s", (action, title) => {
  expect(auditTitle({ ...record, action })).toBe(title);
});

test("a timeline can be narrowed down to what was done about the team", () => {
  const ofTeam = ["portal_user.invited", "portal_user.joined", "portal_user.updated"];
  expect(AUDIT_ACTIONS).toEqual(expect.arrayContaining(ofTeam));
});

test("a change of status says from what to what, and needs no list of fields", () => {
  const change = {
    action: "partner.status_changed",
    before: { status: "PENDING_APPROVAL" },
    after: { status: "ACTIVE" },
  };
  expect(auditTitle(change)).toBe("Status changed from pending approval to active");
  expect(auditChanges(change)).toEqual([]);
});

test("an actor goes by name, and by id when there is no name", () => {
  expect(auditActor(record)).toBe("Administrator ada@portico.example");
  expect(auditActor({ ...record, actorType: "SYSTEM", actorId: "seed", actorName: null })).toBe("System seed");
});

test("changed fields stand side by side, whatever their type", () => {
  const before = { isActive: true, name: "Old" };
  expect(auditChanges({ ...record, before, after: { isActive: false, scopes: ["a"] } })).toEqual([
    { field: "isActive", before: "true", after: "false" },
    { field: "name", before: "Old", after: undefined },
    { field: "scopes", before: undefined, after: '["a"]' },
  ]);
});
