"use client";

import { useQuery } from "@tanstack/react-query";
import { KeyRound, Plus } from "lucide-react";
import { parseAsString, useQueryState } from "nuqs";
import { useMemo, useState } from "react";
import { CreatePartnerKeyDialog } from "@/components/admin/keys/create-partner-key-dialog";
import type { KeyStep } from "@/components/admin/keys/key-step";
import { KeyStepDialog } from "@/components/admin/keys/key-step-dialog";
import { partnerKeyColumns } from "@/components/admin/keys/partner-key-columns";
import { PartnerKeyPanel } from "@/components/admin/keys/partner-key-panel";
import { Rotations } from "@/components/admin/keys/rotations";
import { usePartnerRecord } from "@/components/admin/partners/use-partner-record";
import { useMayCall } from "@/components/admin/shell/use-may-call";
import { CreatedKeyDialog } from "@/components/portal/keys/created-key-dialog";
import { loadProblem } from "@/components/portal/list-face";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { query } from "@/lib/client/query";
import * as keysApi from "@/lib/contract/admin/keys";
import type { CreatedKey } from "@/lib/domain/keys/schemas";

/** How soon new traffic shows. */
const REFRESH_MS = 15_000;

/** A partner's key pairs of both environments, and what each carries. `baseUrl` goes into the file of a new pair's secrets. */
export function PartnerKeys({ id, baseUrl }: { id: string; baseUrl: string }) {
  const { data: partner } = usePartnerRecord(id);
  const keys = useQuery({ ...query(keysApi.listPartnerKeys, { id }), refetchInterval: REFRESH_MS });
  const mayChange = useMayCall(keysApi.createPartnerKey) && partner?.status !== "TERMINATED";
  const [openId, setOpenId] = useQueryState("key", parseAsString);
  const [isCreating, setCreating] = useState(false);
  const [step, setStep] = useState<KeyStep>();
  const [created, setCreated] = useState<CreatedKey>();
  const onStep = mayChange ? setStep : undefined;
  const columns = useMemo(() => partnerKeyColumns(mayChange ? setStep : undefined), [mayChange]);
  if (!partner) return null;

  const rows = keys.data?.data;
  const open = rows?.find((key) => key.id === openId);
  const move = (direction: 1 | -1) => {
    const next = rows?.[rows.findIndex((key) => key.id === openId) + direction];
    if (next) void setOpenId(next.id);
  };
  const createButton = mayChange && (
    <Button icon={<Plus aria-hidden="true" />} onClick={() => setCreating(true)}>
      Create key
    </Button>
  );
  return (
    <>
      {rows && <Rotations keys={rows} onStep={onStep} />}
      <Section title="Keys" actions={rows?.length !== 0 && createButton}>
        <DataTable
          caption="Keys"
          columns={columns}
          rows={rows}
          rowId={(key) => key.id}
          rowHref={(key) => `/admin/partners/${id}/keys?key=${key.id}`}
          selectedId={open?.id}
          error={keys.error && !rows ? loadProblem(keys.error, "The keys could not be loaded") : undefined}
          onRetry={() => void keys.refetch()}
          empty={
            <EmptyState icon={<KeyRound />} title="No keys" action={createButton}>
              Without a key this partner can make no call. A first activation needs one.
            </EmptyState>
          }
        />
      </Section>
      {open && <PartnerKeyPanel apiKey={open} onClose={() => void setOpenId(null)} onMove={move} onStep={onStep} />}
      {isCreating && (
        <CreatePartnerKeyDialog partner={partner} onClose={() => setCreating(false)} onCreated={setCreated} />
      )}
      {step && <KeyStepDialog step={step} onClose={() => setStep(undefined)} onCreated={setCreated} />}
      {created && <CreatedKeyDialog created={created} baseUrl={baseUrl} onClose={() => setCreated(undefined)} />}
    </>
  );
}
