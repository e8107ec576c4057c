import type { PartnerCtx } from "@/lib/domain/context";
import { decimalsOf, decimalsUsed } from "@/lib/domain/giving/actions/amounts";
import type { SubmitAction } from "@/lib/domain/giving/actions/schemas";
import { DAY_MS } from "@/lib/domain/shared/duration";
import { fail } from "@/lib/errors";

const OCCURRED_DAYS_BACK_MAX = 90;
const OCCURRED_MS_AHEAD_MAX = 5 * 60 * 1000;
const MONEY_TYPES = new Set(["PURCHASE", "DONATION"]);

function requireRegistered(ctx: PartnerCtx, input: SubmitAction): void {
  if (!ctx.partner.actionTypes.includes(input.actionType)) {
    fail("action_type_not_registered", {
      details: [{ field: "actionType", issue: `is not registered; registered: ${ctx.partner.actionTypes.join(", ")}` }],
    });
  }
  const unknown = input.stakeholders.flatMap(({ stakeholderTypeCode }, index) =>
    ctx.partner.stakeholderTypes.includes(stakeholderTypeCode)
      ? []
      : [
          {
            field: `stakeholders[${index}].stakeholderTypeCode`,
            issue: `is not registered; registered: ${ctx.partner.stakeholderTypes.join(", ")}`,
          },
        ],
  );
  if (unknown.length > 0) fail("stakeholder_type_not_registered", { details: unknown });
}

/** Whether the amount is in a currency that is accepted here, and has no more decimals than that. */
export function requireCurrency(accepted: readonly string[], input: SubmitAction): void {
  const { currency } = input;
  if (currency === undefined) {
    if (!MONEY_TYPES.has(input.actionType)) return;
    fail("validation_error", { details: [{ field: "currency", issue: `is required for ${input.actionType}` }] });
  }
  if (!accepted.includes(currency)) {
    fail("currency_not_supported", {
      details: [{ field: "currency", issue: `is not accepted; accepted: ${accepted.join(", ")}` }],
    });
  }
  const decimals = decimalsOf(currency) ?? 0;
  if (decimalsUsed(input.amount) > decimals) {
    fail("validation_error", { details: [{ field: "amount", issue: `${currency} has ${decimals} decimals` }] });
  }
}

function requireSensibleTime(ctx: PartnerCtx, occurredAt: Date | undefined): void {
  if (!occurredAt) return;
  const ageMs = ctx.now.getTime() - occurredAt.getTime();
  if (ageMs > OCCURRED_DAYS_BACK_MAX * DAY_MS || ageMs < -OCCURRED_MS_AHEAD_MAX) {
    fail("validation_error", {
      details: [{ field: "occurredAt", issue: "must lie at most 90 days back and 5 minutes ahead" }],
    });
  }
}

/** What can be refused without asking the database: types and time. Nothing is stored for these refusals. */
export function requireAcceptable(ctx: PartnerCtx, input: SubmitAction): void {
  requireSensibleTime(ctx, input.occurredAt);
  requireRegistered(ctx, input);
}
