import * as keysApi from "@/lib/contract/admin/keys";
import * as partnersApi from "@/lib/contract/admin/partners";

/** What tells of a partner's keys, and is read again after a change to them. */
export const KEY_READS = [keysApi.listPartnerKeys, partnersApi.getPartner, partnersApi.listPartnerAudit];
