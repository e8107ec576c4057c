"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useApiClients } from "@/components/admin/api-clients/use-api-clients";
import { EMPTY_EVIDENCE, type EvidenceForm, evidenceInput } from "@/components/admin/deliveries/evidence-form";
import { ReplayEvidenceFields } from "@/components/admin/deliveries/replay-evidence-fields";
import { ExportButtons } from "@/components/portal/export/export-buttons";
import { useApiDownload } from "@/components/portal/export/use-api-download";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { keepList } from "@/components/portal/list-face";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { query } from "@/lib/client/query";
import * as webhooksApi from "@/lib/contract/directory/admin-webhooks";
import type { ReplayEvidence } from "@/lib/domain/webhooks/directory/schemas";

/** The files of what was replayed, why and by whom; what they would hold is counted first. Mount it to open it. */
export function ReplayEvidenceDialog({ onClose }: { onClose: () => void }) {
  const [form, setForm] = useState<EvidenceForm>(EMPTY_EVIDENCE);
  const asked = evidenceInput(form);
  const clients = useApiClients().data ?? [];
  const evidence = useQuery({
    ...query(webhooksApi.exportReplayEvidence, { ...asked, format: "json" }),
    placeholderData: keepList(),
  });
  const download = useApiDownload(webhooksApi.exportReplayEvidence);
  const found = evidence.data?.data;
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title="Export replay evidence"
      description="Each replayed delivery beside the one it repeats and the audit record of who asked for it, newest first."
      footer={
        <>
          <Button onClick={onClose}>Close window</Button>
          <ExportButtons
            isReady={found !== undefined && !evidence.isPlaceholderData && !evidence.error}
            isRunning={download.isPending}
            onExport={(format) =>
              download.mutate({ input: { ...asked, format }, fallback: `replay-evidence.${format}` })
            }
          />
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <ReplayEvidenceFields
          form={form}
          clients={clients}
          onChange={(part) => setForm((present) => ({ ...present, ...part }))}
        />
        <p role="status" className="text-body font-medium">
          {found ? foundText(found.totals) : evidence.isPending && "Counting replays…"}
        </p>
        {evidence.error && (
          <Notice tone="danger" announce>
            {problemSentence(evidence.error)}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}

function foundText({ replayedDeliveries, auditedReplays, missingSourceDeliveries }: ReplayEvidence["totals"]): string {
  if (replayedDeliveries === 0)
    return "No replay fits: the file would be empty. Pick deliveries and replay them first.";
  const count = `${replayedDeliveries.toLocaleString("en")} ${replayedDeliveries === 1 ? "replay" : "replays"}`;
  return `The file holds ${count}: ${auditedReplays.toLocaleString("en")} with an audit record, ${missingSourceDeliveries.toLocaleString("en")} whose source is gone.`;
}
