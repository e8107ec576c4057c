import * as partnersApi from "@/lib/contract/admin/partners";

/** What shows a partner's record, and so is read again after every change to it. */
export const PARTNER_READS = [partnersApi.getPartner, partnersApi.listPartners, partnersApi.listPartnerAudit];
