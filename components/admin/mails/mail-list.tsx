"use client";

import { useQuery } from "@tanstack/react-query";
import { Mail } from "lucide-react";
import { parseAsString, parseAsStringLiteral } from "nuqs";
import { mailColumns } from "@/components/admin/mails/mail-columns";
import { MailPanel } from "@/components/admin/mails/mail-panel";
import { MAIL_WORDS } from "@/components/admin/mails/mail-words";
import { useListFilters } from "@/components/portal/filters/use-list-filters";
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

const PAGE = {
  path: "/admin/mails",
  panel: "mail",
  choices: { search: parseAsString, status: parseAsStringLiteral(MAIL_STATUSES) },
};

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
  const { search, status, page, isFiltered, opened, filter, clear, turnTo, open, addressOf } = useListFilters(PAGE);
  const asked = {
    ...{ page: String(page), limit: String(PAGE_SIZE) },
    ...(search && { search }),
    ...(status && { status }),
  };
  const mails = useQuery({ ...query(mailsApi.listMails, asked), placeholderData: keepList() });
  const ids = mails.data?.data.map((row) => row.id) ?? [];
  const step = usePanelSteps(ids, opened, open);
  return (
    <>
      {mails.data?.sendsMail === false && <Notice tone="info">Mails stay here: set SMTP_URL to send them.</Notice>}
      <FilterBar
        search={{
          label: "Search mails",
          value: search ?? "",
          onValueChange: (typed) => filter({ search: typed.trim() || null }),
        }}
        filters={FILTERS}
        values={{ status: status ? [status] : [] }}
        onValuesChange={(values) => filter({ status: MAIL_STATUSES.find((one) => one === values.status?.[0]) ?? null })}
      />
      <PanelLinks parameter="mail" onOpen={open}>
        <DataTable
          caption="Mails"
          density="log"
          columns={mailColumns}
          rowId={(row) => row.id}
          rowHref={(row) => addressOf(row.id)}
          selectedId={opened ?? undefined}
          page={page}
          pageSize={PAGE_SIZE}
          onPageChange={turnTo}
          filtered={isFiltered}
          onClearFilters={clear}
          {...listFace(mails, { failed: "Mails could not be loaded", empty: <NoMails /> })}
        />
      </PanelLinks>
      {opened !== null && <MailPanel mailId={opened} onStep={step} onClose={() => open(null)} />}
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
