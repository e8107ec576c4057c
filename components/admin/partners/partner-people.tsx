"use client";

import { useQuery } from "@tanstack/react-query";
import { Users } from "lucide-react";
import { parseAsInteger, useQueryState } from "nuqs";
import { DialogButton } from "@/components/admin/partners/dialog-button";
import { InvitePersonDialog } from "@/components/admin/partners/invite-person-dialog";
import { personColumns } from "@/components/admin/partners/person-columns";
import { usePartnerRecord } from "@/components/admin/partners/use-partner-record";
import { keepList, listFace } from "@/components/portal/list-face";
import { PAGE_SIZE } from "@/components/portal/page-size";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Facts } from "@/components/ui/facts";
import { Section } from "@/components/ui/section";
import { query } from "@/lib/client/query";
import * as administration from "@/lib/contract/admin/partner-administration";
import * as peopleApi from "@/lib/contract/admin/people";

/** Who receives the partner's rewards, in figures, and who signs in for it. */
export function PartnerPeople({ id }: { id: string }) {
  const { data: partner } = usePartnerRecord(id);
  const [page, setPage] = useQueryState("page", parseAsInteger.withDefault(1));
  const people = useQuery({
    ...query(administration.listPartnerPeople, { id, page: String(page), limit: String(PAGE_SIZE) }),
    placeholderData: keepList({ id }),
  });
  if (!partner) return null;
  const { users } = partner;
  return (
    <>
      <Section title="Reward recipients" description="Users of the partner, known by its own ids.">
        <Facts
          facts={[
            { label: "Sandbox", value: users.sandbox.toLocaleString("en") },
            { label: "Production", value: users.production.toLocaleString("en") },
          ]}
        />
      </Section>
      <Section
        title="People"
        description="Who signs in to the portal for this partner."
        actions={
          <DialogButton
            partner={partner}
            endpoint={peopleApi.invitePortalUser}
            label="Invite somebody"
            dialog={(close) => <InvitePersonDialog partner={partner} onClose={close} />}
          />
        }
      >
        <DataTable
          caption="People"
          columns={personColumns}
          rowId={(row) => row.id}
          page={page}
          pageSize={PAGE_SIZE}
          onPageChange={(next) => void setPage(next)}
          {...listFace(people, {
            failed: "People could not be loaded",
            empty: (
              <EmptyState icon={<Users />} title="Nobody signs in for this partner">
                Its keys work without anybody. To see its own figures and keys, somebody must be invited.
              </EmptyState>
            ),
          })}
        />
      </Section>
    </>
  );
}
