"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { CreatePartnerDialog } from "@/components/admin/inquiries/create-partner-dialog";
import { rolesText } from "@/components/admin/shell/admin-roles";
import { Button } from "@/components/ui/button";
import { query } from "@/lib/client/query";
import * as inquiriesApi from "@/lib/contract/admin/inquiries";
import * as signInApi from "@/lib/contract/admin/sign-in";
import type { Inquiry } from "@/lib/domain/giving/inquiries/schemas";

/** The last step of an inquiry, for those who may take it. */
export function CreatePartner({ inquiry }: { inquiry: Inquiry }) {
  const [open, setOpen] = useState(false);
  const me = useQuery(query(signInApi.me, {}));
  const creators = inquiriesApi.createPartner.roles ?? [];
  if (!me.data) return null;
  if (!creators.includes(me.data.admin.role)) {
    return <p className="text-dense text-content-muted">{rolesText(creators)} can create the partner.</p>;
  }
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        Create partner
      </Button>
      {open && <CreatePartnerDialog inquiry={inquiry} onClose={() => setOpen(false)} />}
    </>
  );
}
