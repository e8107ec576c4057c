"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ContractDialog } from "@/components/admin/inquiries/contract-dialog";
import { KYB_WORDS } from "@/components/admin/inquiries/kyb-words";
import { rolesText } from "@/components/admin/shell/admin-roles";
import { Button } from "@/components/ui/button";
import { Facts } from "@/components/ui/facts";
import { Section } from "@/components/ui/section";
import { Status } from "@/components/ui/status";
import { Time } from "@/components/ui/time";
import { query } from "@/lib/client/query";
import * as inquiriesApi from "@/lib/contract/admin/inquiries";
import * as signInApi from "@/lib/contract/admin/sign-in";
import type { Inquiry } from "@/lib/domain/giving/inquiries/schemas";
import type { InquiryStatus } from "@/lib/domain/giving/inquiries/statuses";

const SHOWN_IN: readonly InquiryStatus[] = ["CONTRACT_PENDING", "CONTRACT_SIGNED", "CONVERTED"];

/** What was signed and found out, from the approval on. */
export function ContractRecord({ inquiry }: { inquiry: Inquiry }) {
  const [open, setOpen] = useState(false);
  const me = useQuery(query(signInApi.me, {}));
  if (!SHOWN_IN.includes(inquiry.status)) return null;
  const { contractSignedAt, acceptableUseAcceptedAt, kyb } = inquiry.contract;
  const recorders = inquiriesApi.recordInquiryContract.roles ?? [];
  const isPending = inquiry.status === "CONTRACT_PENDING";
  const mayRecord = me.data && recorders.includes(me.data.admin.role);
  const { tone, word } = KYB_WORDS[kyb.status];
  return (
    <Section
      title="Contract and KYB"
      actions={
        isPending &&
        mayRecord && (
          <Button size="small" variant="primary" onClick={() => setOpen(true)}>
            Record contract
          </Button>
        )
      }
    >
      <Facts
        facts={[
          { label: "Contract signed", value: <Time at={contractSignedAt} format="absolute" never="Not yet" /> },
          { label: "Acceptable use", value: <Time at={acceptableUseAcceptedAt} format="absolute" never="Not yet" /> },
          { label: "KYB", value: <Status tone={tone}>{word}</Status> },
          { label: "Registration", value: kyb.registrationNumber ?? "Not given" },
          { label: "Country", value: kyb.country ?? "Not given" },
        ]}
      />
      {isPending && me.data && !mayRecord && (
        <p className="text-dense text-content-muted">{rolesText(recorders)} can record the contract.</p>
      )}
      {open && <ContractDialog inquiry={inquiry} onClose={() => setOpen(false)} />}
    </Section>
  );
}
