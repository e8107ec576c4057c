import type { ContentRow } from "@/lib/domain/directory/content/schemas";

type Facts = { id: string; title: string; status: string; createdAt: Date; updatedAt: Date };

/** A record as administrators find it; `visible` are the statuses that partners see. */
export function presentContent(
  { id, title, status, createdAt, updatedAt }: Facts,
  visible: readonly string[],
): ContentRow {
  const times = { createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
  return { id, title, status, isVisible: visible.includes(status), ...times };
}
