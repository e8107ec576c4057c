import type { Query, UseQueryResult } from "@tanstack/react-query";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { NoPartnerYet } from "@/components/portal/no-partner-yet";
import { problemText } from "@/components/portal/problem-text";
import type { DataTableProps } from "@/components/ui/data-table";
import type { ApiError } from "@/lib/client/call";
import { clientEnvironment } from "@/lib/client/session";

type Page<Item> = { data: Item[]; pagination: { total: number } };
type Face<Item extends object> = Pick<DataTableProps<Item>, "rows" | "total" | "error" | "onRetry" | "empty">;

/**
 * The part of a DataTable that depends on how its query went. Without a partner there is nothing to list yet, which is
 * no error: then the table teaches the first step.
 */
export function listFace<Item extends object>(
  answer: UseQueryResult<Page<Item>, ApiError>,
  { failed, empty }: { failed: string; empty: DataTableProps<Item>["empty"] },
): Face<Item> {
  const { data, error, refetch } = answer;
  if (error?.code === "PARTNER_NOT_FOUND") return { rows: [], total: 0, empty: <NoPartnerYet /> };
  return {
    rows: data?.data,
    total: data?.pagination.total,
    error: error && !data ? loadProblem(error, failed) : undefined,
    onRetry: () => void refetch(),
    empty,
  };
}

/** A failed load as blocker, cause and next step. */
export function loadProblem(error: ApiError, failed: string): { title: string; message: string; requestId?: string } {
  const { cause, nextStep } = problemText(error);
  const isRefused = error.code === "VALIDATION_ERROR" || error.code === "VALIDATION_FAILED";
  const message = isRefused ? `${problemSentence(error)} Change or remove the filter.` : `${cause} ${nextStep}`;
  return { title: failed, message, requestId: error.requestId ?? undefined };
}

/**
 * For `placeholderData`: keeps a list on screen while its next page or filter loads. Never rows of another environment,
 * nor of another owner such as another webhook.
 */
export function keepList<Data>(owner?: Record<string, string>) {
  return (previous: Data | undefined, last: Pick<Query, "queryKey"> | undefined): Data | undefined => {
    const [, environment, input] = (last?.queryKey ?? []) as [string?, string?, Record<string, unknown>?];
    const isSameOwner = Object.entries(owner ?? {}).every(([name, value]) => input?.[name] === value);
    return isSameOwner && environment === clientEnvironment() ? previous : undefined;
  };
}
