/** The filters of the replay evidence as the dialog holds them: all text, times as the browser's own field writes them. */
export type EvidenceForm = {
  apiClientId: string;
  eventType: string;
  sourceStatus: string;
  replayStatus: string;
  subjectId: string;
  since: string;
  before: string;
  limit: string;
  auditedOnly: boolean;
};

export const EMPTY_EVIDENCE: EvidenceForm = {
  apiClientId: "",
  eventType: "",
  sourceStatus: "",
  replayStatus: "",
  subjectId: "",
  since: "",
  before: "",
  limit: "100",
  auditedOnly: false,
};

/** The form as the API takes it: without what is empty, and with times in UTC. */
export function evidenceInput({ since, before, auditedOnly, ...texts }: EvidenceForm): Record<string, string> {
  const given = Object.entries({ ...texts, since: toInstant(since), before: toInstant(before) })
    .map(([name, text]) => [name, text.trim()] as const)
    .filter(([, text]) => text !== "");
  return { ...Object.fromEntries(given), ...(auditedOnly && { auditedOnly: "true" }) };
}

/** A time of the person's own zone; half a time is none yet. */
function toInstant(local: string): string {
  const at = new Date(local);
  return Number.isNaN(at.getTime()) ? "" : at.toISOString();
}
