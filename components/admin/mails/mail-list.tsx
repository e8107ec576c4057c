"use client";

import { useQuery } from "@tanstack/react-query";
import { Mail } from "lucide-react";
import { mailColumns } from "@/components/admin/mails/mail-columns";
import { MailPanel } from "@/components/admin/mails/mail-panel";
import { MAIL_WORDS } from "@/components/admin/mails/mail-words";
import { useMailAddress } from "@/components/admin/mails/use-mail-address";
import { keepList, listFace } from "@/components/portal/list-face";
import { PAGE_SIZE } from "@/components/portal/page-size";
import { PanelLinks } from "@/components/portal/panel-links";
import { usePanelSteps } from "@/components/portal/use-panel-steps";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { Notice } from "@/components/ui/notice";
import { query } from "@/lib/client/query";
import * as mailsApi from "@/lib/contract/admin/mails";
import { MAIL_STATUSES } from "@/lib/domain/mail/schemas";

const FILTERS = [
  {
    key: "status",
    label: "Status",
    single: true,
    options: MAIL_STATUSES.map((value) => ({ value, label: MAIL_WORDS[value].word })),
  },
];

/** The outbox, with one mail in a panel beside it. */
export function MailList() {
  const address = useMailAddress();
  const { search, status, page } = address;
  const mails = useQuery({ ...query(mailsApi.listMails, address.input), placeholderData: keepList() });
  const ids = mails.data?.data.map((row) => row.id) ?? [];
  const step = usePanelSteps(ids, address.mail, address.open);
  return (
    <>
      {mails.data?.sendsMail === false && <Notice tone="info">Mails stay here: set SMTP_URL to send them.</Notice>}
      <FilterBar
        search={{
          label: "Search mails",
          value: search ?? "",
          onValueChange: (typed) => address.filter({ search: typed.trim() || null }),
        }}
        filters={FILTERS}
        values={{ status: status ? [status] : [] }}
        onValuesChange={(values) =>
          address.filter({ status: MAIL_STATUSES.find((one) => one === values.status?.[0]) ?? null })
        }
      />
      <PanelLinks parameter="mail" onOpen={address.open}>
        <DataTable
          caption="Mails"
          density="log"
          columns={mailColumns}
          rowId={(row) => row.id}
          rowHref={(row) => address.addressOf(row.id)}
          selectedId={address.mail ?? undefined}
          page={page}
          pageSize={PAGE_SIZE}
          onPageChange={address.turnTo}
          filtered={address.isFiltered}
          onClearFilters={() => address.filter({ search: null, status: null })}
          {...listFace(mails, { failed: "Mails could not be loaded", empty: <NoMails /> })}
        />
      </PanelLinks>
      {address.mail !== null && <MailPanel mailId={address.mail} onStep={step} onClose={() => address.open(null)} />}
    </>
  );
}

function NoMails() {
  return (
    <EmptyState icon={<Mail />} title="No mail yet">
      Mails are written when an address is to be confirmed, a key will expire, a webhook was turned off, or a partner
      moved to another status.
    </EmptyState>
  );
}
