import type { ProtectedWrite } from "@/lib/domain/giving/approvals/protected-write";
import type { ApprovalAction } from "@/lib/domain/giving/approvals/schemas";
import type { GoLive } from "@/lib/domain/giving/go-live/schemas";
import type { PartnerRecord } from "@/lib/domain/giving/partner-records/schemas";
import { poolCreation } from "@/lib/domain/giving/pool-administration/create-token-pool";
import { poolRequestApproval } from "@/lib/domain/giving/pool-administration/decide-pool-request";
import { allocation } from "@/lib/domain/giving/pool-administration/move-tokens";
import { poolUpdate } from "@/lib/domain/giving/pool-administration/update-token-pool";
import { cutover } from "@/lib/domain/giving/production-access/cut-over";
import { productionDecision } from "@/lib/domain/giving/production-access/set-production-access";
import { waiver } from "@/lib/domain/giving/production-access/waive-go-live-item";
import type { PoolRequest, TokenPool } from "@/lib/domain/giving/token-pools/schemas";

export type ProtectedResult = PartnerRecord | GoLive | TokenPool | PoolRequest;

/** Any of them: the input that reaches `execute` was read by its own `input`. */
// biome-ignore lint/suspicious/noExplicitAny: each write pairs its own input with its own functions
export type AnyProtectedWrite = ProtectedWrite<any, ProtectedResult>;

/** Every write that needs a second administrator. An approval finds what it executes here and nowhere else. */
export const PROTECTED_WRITES: Record<ApprovalAction, AnyProtectedWrite> = {
  "production_access.approve": productionDecision,
  "production_access.cut_over": cutover,
  "go_live.waive": waiver,
  "token_pool.create": poolCreation,
  "token_pool.allocate": allocation,
  "token_pool.auto_refill": poolUpdate,
  "pool_request.approve": poolRequestApproval,
};
