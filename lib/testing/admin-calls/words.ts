export const PARTNERS = "/api/v1/admin/partners";
export const REASON = "Repeated submissions for the same order";
