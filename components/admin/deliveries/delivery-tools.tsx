"use client";

import { CalendarClock, Download, Play } from "lucide-react";
import { useState } from "react";
import { ReplayEvidenceDialog } from "@/components/admin/deliveries/replay-evidence-dialog";
import { RunWorkerDialog } from "@/components/admin/deliveries/run-worker-dialog";
import { SchedulerDialog } from "@/components/admin/deliveries/scheduler-dialog";
import { useMayCall } from "@/components/admin/shell/use-may-call";
import { Button } from "@/components/ui/button";
import * as webhooksApi from "@/lib/contract/directory/admin-webhooks";

const DIALOGS = { worker: RunWorkerDialog, scheduler: SchedulerDialog, evidence: ReplayEvidenceDialog };

/** What concerns all deliveries: the worker and the scheduler for those who run them, and the evidence for all. */
export function DeliveryTools() {
  const [opened, setOpened] = useState<keyof typeof DIALOGS>();
  const mayRun = useMayCall(webhooksApi.runDeliveries);
  const Opened = opened && DIALOGS[opened];
  return (
    <>
      {mayRun && (
        <>
          <Button icon={<Play aria-hidden="true" />} onClick={() => setOpened("worker")}>
            Run worker
          </Button>
          <Button icon={<CalendarClock aria-hidden="true" />} onClick={() => setOpened("scheduler")}>
            Retry scheduler
          </Button>
        </>
      )}
      <Button icon={<Download aria-hidden="true" />} onClick={() => setOpened("evidence")}>
        Export replay evidence
      </Button>
      {Opened && <Opened onClose={() => setOpened(undefined)} />}
    </>
  );
}
