import { PARTNER_READS } from "@/components/admin/partners/partner-reads";
import * as poolsApi from "@/lib/contract/admin/token-pools";

/** What shows a partner's pools, and so is read again after every change to one. */
export const POOL_READS = [poolsApi.listPartnerPools, ...PARTNER_READS];
