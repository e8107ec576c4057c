"use client";

import { useEffect, useRef, useState } from "react";
import { pause, pauseAfter, pauseBefore } from "@/components/portal/export/export-pace";
import { fileName } from "@/components/portal/export/file-name";
import { type CsvColumn, printCsv } from "@/components/portal/export/print-csv";
import { saveFile } from "@/components/portal/export/save-file";
import { type Cut, type Walk, walkList } from "@/components/portal/export/walk-list";
import type { Environment } from "@/lib/domain/shared/schemas";

export type ListExport<Row> = Pick<Walk<Row>, "sort" | "from" | "to" | "idOf"> & {
  /** In the plural, as the file is called: "transactions". */
  what: string;
  environment: Environment;
  columns: readonly CsvColumn<Row>[];
  /** One answer of the list with the filters of the screen. */
  read: (cut: Cut, signal: AbortSignal) => ReturnType<Walk<Row>["read"]>;
};

export type ExportState =
  | { step: "idle" }
  | { step: "running"; done: number; total: number | undefined }
  | { step: "done"; rows: number; file: string }
  | { step: "failed"; error: unknown };

/** Writes all rows of a list into a file. Leaving the page cancels it, and what is cancelled leaves no file. */
export function useListExport() {
  const [state, setState] = useState<ExportState>({ step: "idle" });
  const running = useRef<AbortController>(null);
  useEffect(() => () => running.current?.abort(), []);

  const start = async <Row extends { createdAt: string }>(asked: ListExport<Row>) => {
    const controller = new AbortController();
    running.current = controller;
    setState({ step: "running", done: 0, total: undefined });
    try {
      const rows = await walkList<Row>({
        ...asked,
        read: patiently(asked, controller.signal),
        onProgress: (done, total) => setState({ step: "running", done, total }),
      });
      controller.signal.throwIfAborted();
      const file = fileName(asked, new Date());
      saveFile(file, printCsv(asked.columns, rows), "text/csv;charset=utf-8");
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

/** Reads at a pace that leaves room for others, and waits where the limit of the minute is used up. */
export function patiently<Asked, Answer>(
  { read }: { read: (asked: Asked, signal: AbortSignal) => Promise<Answer> },
  signal: AbortSignal,
): (asked: Asked) => Promise<Answer> {
  let calls = 0;
  return async (cut) => {
    await pause(pauseBefore(calls++), signal);
    for (;;) {
      try {
        return await read(cut, signal);
      } catch (error) {
        const ms = pauseAfter(error);
        if (ms === undefined) throw error;
        await pause(ms, signal);
      }
    }
  };
}
