"use client";

import { useId, useState } from "react";
import { toast } from "sonner";
import { ReasonField, useReason } from "@/components/admin/forms/reason-field";
import { POOL_READS } from "@/components/admin/pools/pool-reads";
import { PoolRulesFields } from "@/components/admin/pools/pool-rules-fields";
import { type RulesErrors, readRules, rulesFormOf } from "@/components/admin/pools/rules-form";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Sheet } from "@/components/ui/sheet";
import { useCall } from "@/lib/client/query";
import * as poolsApi from "@/lib/contract/admin/token-pools";
import type { PartnerRecord } from "@/lib/domain/giving/partner-records/schemas";
import type { TokenPool } from "@/lib/domain/giving/token-pools/schemas";

type PoolRulesSheetProps = { partner: PartnerRecord; pool: TokenPool; onClose: () => void };

/** Changes what binds a pool's later rewards. Mount it to open it. */
export function PoolRulesSheet({ partner, pool, onClose }: PoolRulesSheetProps) {
  const formId = useId();
  const [form, setForm] = useState(() => rulesFormOf(pool));
  const [errors, setErrors] = useState<RulesErrors>({});
  const reason = useReason();
  const save = useCall(poolsApi.updateTokenPool, { refresh: POOL_READS });

  const submit = () => {
    const read = readRules(form, pool);
    const given = reason.read();
    setErrors("errors" in read ? read.errors : {});
    if (given === undefined || "errors" in read) return;
    if (Object.keys(read.changes).length === 0) return onClose();
    const done = () => {
      toast.success(`Rules of ${pool.name} saved`);
      onClose();
    };
    save.mutate({ id: partner.id, poolId: pool.id, reason: given, ...read.changes }, { onSuccess: done });
  };

  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Rules of “${pool.name}”`}
      description="For later rewards only: tokens keep the rules under which they were given."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" loading={save.isPending}>
            Save rules
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        className="flex flex-col gap-6 p-4 md:p-6"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <PoolRulesFields
          form={form}
          errors={errors}
          actionTypes={partner.actionTypes}
          onChange={(part) => setForm({ ...form, ...part })}
        />
        <ReasonField reason={reason} />
        {save.error && (
          <Notice tone="danger" announce>
            {problemSentence(save.error)}
          </Notice>
        )}
      </form>
    </Sheet>
  );
}
