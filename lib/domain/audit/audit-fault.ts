/** The first place at which a chain is broken; `recordId` where it is a record that tells. */
export type AuditFault = { chain: string; sequence: number | null; recordId: string | null; problem: string };
