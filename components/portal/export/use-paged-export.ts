"use client";

import { useEffect, useRef, useState } from "react";
import { type FileFormat, saveWithManifest, type WholeFile } from "@/components/portal/export/save-with-manifest";
import { type ExportState, patiently } from "@/components/portal/export/use-list-export";
import { walkPages } from "@/components/portal/export/walk-pages";

type Page<Row> = { data: Row[]; pagination: { total: number } };

export type PagedExport<Row, Answer> = Omit<WholeFile<Row>, "rows" | "more"> & {
  format: FileFormat;
  /** One answer of the list with the filters of the screen. */
  read: (page: { page: string; limit: string }, signal: AbortSignal) => Promise<Answer>;
  /** What of the first answer belongs into a JSON file beside the rows. */
  moreOf?: (first: Answer) => Record<string, unknown>;
};

/** Writes all rows of a list that only grows into a file with its manifest. Leaving the page cancels it. */
export function usePagedExport() {
  const [state, setState] = useState<ExportState>({ step: "idle" });
  const running = useRef<AbortController>(null);
  useEffect(() => () => running.current?.abort(), []);

  const start = async <Row extends { id: string }, Answer extends Page<Row>>(asked: PagedExport<Row, Answer>) => {
    const controller = new AbortController();
    running.current = controller;
    setState({ step: "running", done: 0, total: undefined });
    try {
      const { rows, first } = await walkPages<Row, Answer>({
        read: patiently(asked, controller.signal),
        onProgress: (done, total) => setState({ step: "running", done, total }),
      });
      controller.signal.throwIfAborted();
      const file = await saveWithManifest({ ...asked, rows, more: asked.moreOf?.(first) }, asked.format, new Date());
      setState({ step: "done", rows: rows.length, file });
    } catch (error) {
      if (!controller.signal.aborted) setState({ step: "failed", error });
    }
  };
  const clear = () => {
    running.current?.abort();
    setState({ step: "idle" });
  };
  return { state, start, clear };
}
