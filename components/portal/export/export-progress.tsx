import type { ExportState } from "@/components/portal/export/use-list-export";
import { ROWS_MAX, TooManyRows } from "@/components/portal/export/walk-list";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Progress } from "@/components/ui/progress";
import { ApiError } from "@/lib/client/call";

const count = (rows: number) => rows.toLocaleString("en");

/** How an export stands: a row above the list while it runs, and what it came to. Nothing before one is asked for. */
export function ExportProgress({ what, state, onClear }: { what: string; state: ExportState; onClear: () => void }) {
  if (state.step === "idle") return null;
  if (state.step === "running") {
    const { done, total } = state;
    return (
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3 rounded-card border border-default px-4 py-3">
        <div className="min-w-0 flex-1 basis-64">
          <Progress
            label={`Exporting ${what}, as filtered and sorted when the export began`}
            value={done}
            max={total ?? 1}
            note={total === undefined ? undefined : `${count(done)} of ${count(total)}`}
          />
        </div>
        <Button size="small" onClick={onClear}>
          Cancel export
        </Button>
      </div>
    );
  }
  const close = (
    <Button size="small" variant="ghost" onClick={onClear}>
      Close notice
    </Button>
  );
  if (state.step === "done") {
    return (
      <div role="status">
        <Notice tone="success" title={`${count(state.rows)} ${what} exported`} action={close}>
          <span className="break-all">{state.file}</span> is among your downloads. Its times are ISO 8601 in UTC.
        </Notice>
      </div>
    );
  }
  return (
    <Notice tone="danger" announce title={`The ${what} were not exported`} action={close}>
      {exportProblem(state.error)}
    </Notice>
  );
}

/** Why there is no file, and what to do next. */
export function exportProblem(error: unknown): string {
  if (error instanceof TooManyRows) {
    return `${count(error.total)} rows fit these filters, and a file holds ${count(ROWS_MAX)} at most. Choose a shorter period and export one file for each.`;
  }
  return error instanceof ApiError ? problemSentence(error) : "The browser could not write the file. Try again.";
}
