"use client";

import { useState } from "react";
import { toast } from "sonner";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useCall } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { InquiryState } from "@/lib/domain/giving/inquiries/schemas";

/** Ends the inquiry, once the applicant has said so twice. */
export function WithdrawInquiry({ inquiry, token }: { inquiry: InquiryState; token: string }) {
  const [open, setOpen] = useState(false);
  const withdraw = useCall(giving.withdrawInquiry, { refresh: [giving.getInquiryState] });
  const confirm = () =>
    withdraw.mutate(
      { inquiryId: inquiry.inquiryId, token },
      {
        onSuccess: () => {
          toast.success("Inquiry withdrawn");
          setOpen(false);
        },
      },
    );
  return (
    <>
      <div>
        <Button size="small" onClick={() => setOpen(true)}>
          Withdraw inquiry
        </Button>
      </div>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={`Withdraw the inquiry of ${inquiry.fields.partnerName}?`}
        consequence="The review ends. This cannot be undone; a new inquiry starts from the beginning."
        confirmLabel="Withdraw inquiry"
        keepLabel="Keep inquiry"
        loading={withdraw.isPending}
        error={withdraw.error && problemSentence(withdraw.error)}
        onConfirm={confirm}
      />
    </>
  );
}
