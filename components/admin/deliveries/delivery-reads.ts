import * as webhooksApi from "@/lib/contract/directory/admin-webhooks";

/** What shows deliveries, and so is read again after whatever is done to them. */
export const DELIVERY_READS = [webhooksApi.listDeliveries, webhooksApi.getDelivery];
