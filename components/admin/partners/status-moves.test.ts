import { expect, test } from "vitest";
import { consequenceOf, movesFrom } from "@/components/admin/partners/status-moves";
import { PARTNER_STATUSES, PARTNER_TRANSITIONS } from "@/lib/domain/partners/statuses";

const affected = { keys: { sandbox: { active: 2, total: 5 }, production: { active: 1, total: 1 } }, people: 4 };

test.each(PARTNER_STATUSES)("from %s every possible move is offered, once, and no other", (status) => {
  expect(movesFrom(status).map(({ to }) => to)).toEqual(PARTNER_TRANSITIONS[status]);
});

test.each([
  ["ACTIVE", /3 active\) are served/],
  ["SUSPENDED", /3 active\) are refused with PARTNER_SUSPENDED/],
  ["INACTIVE", /3 active\) are refused with PARTNER_NOT_ACTIVE/],
  ["TERMINATED", /revoked.*people \(4\).*cannot be undone/],
] as const)("the consequence of %s names whom it hits", (to, expected) => {
  expect(consequenceOf(affected, to)).toMatch(expected);
});
