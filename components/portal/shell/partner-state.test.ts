import { expect, test } from "vitest";
import { productionLock, statusBanner } from "@/components/portal/shell/partner-state";
import { PARTNER_STATUSES, PRODUCTION_ACCESS } from "@/lib/domain/partners/statuses";

test("production opens with approval and stays open when live, and every other state says why not", () => {
  const open = PRODUCTION_ACCESS.filter((productionAccess) => productionLock({ productionAccess }) === undefined);
  expect(open).toEqual(["APPROVED", "LIVE"]);
  expect(productionLock(null)).toContain("sandbox key");
});

test("every partner that is not active carries a banner", () => {
  const quiet = PARTNER_STATUSES.filter((status) => statusBanner({ status }) === undefined);
  expect(quiet).toEqual(["ACTIVE"]);
  expect(statusBanner(null)).toBeUndefined();
});
