import type { PartnerCtx } from "@/lib/domain/context";
import type { ActionResult, SubmitAction } from "@/lib/domain/giving/actions/schemas";
import type { Replayed } from "@/lib/domain/idempotency/replayed";
import type { Failure } from "@/lib/errors";

/** One action to be decided: who sends it and when (`ctx`), what it says, and the hash that tells its payload. */
export type Submission = { ctx: PartnerCtx; input: SubmitAction; hash: string };

/** What came of it; a failure is an answer like the others, so that one does not spoil its neighbours. */
export type Outcome = ActionResult | Replayed<ActionResult> | Failure;
