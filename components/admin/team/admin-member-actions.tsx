"use client";

import { Ellipsis, ShieldOff, UserCheck, UserCog, UserX } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { ReasonField, useReason } from "@/components/admin/forms/reason-field";
import { ADMIN_ROLES_EXPLAINED } from "@/components/admin/team/admin-role-meanings";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { ChangeRoleDialog } from "@/components/portal/team/change-role-dialog";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DropdownMenu } from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import { useCall } from "@/lib/client/query";
import * as teamApi from "@/lib/contract/admin/team";
import type { AdminMember, PatchAdmin } from "@/lib/domain/admins/schemas";

type Question = "role" | "close" | "open" | "reset";
type Patch = Omit<PatchAdmin, "reason">;

const QUESTIONS = {
  close: {
    title: "Close the account of",
    consequence: "Signed out everywhere at once, and no longer able to sign in. The account can be opened again.",
    confirm: "Close account",
    keep: "Keep account",
    patch: { disabled: true },
  },
  open: {
    title: "Open the account of",
    consequence: "Password, role and second factor are as they were.",
    confirm: "Open account",
    keep: "Keep it closed",
    patch: { disabled: false },
  },
  reset: {
    title: "Take away the second factor of",
    consequence: "The password alone opens the account until another second factor is enrolled.",
    confirm: "Take it away",
    keep: "Keep second factor",
    patch: { resetTotp: true },
  },
} as const satisfies Record<string, { patch: Patch } & Record<string, unknown>>;

/** What a superadmin may do with another administrator. */
export function AdminMemberActions({ member }: { member: AdminMember }) {
  const [asking, setAsking] = useState<Question>();
  return (
    <>
      <DropdownMenu
        trigger={<IconButton small label={`Actions for ${member.email}`} icon={<Ellipsis aria-hidden="true" />} />}
        entries={[
          { label: "Change role", icon: <UserCog aria-hidden="true" />, onSelect: () => setAsking("role") },
          {
            label: "Reset second factor",
            icon: <ShieldOff aria-hidden="true" />,
            disabled: !member.hasSecondFactor,
            onSelect: () => setAsking("reset"),
          },
          member.disabledAt
            ? { label: "Open account", icon: <UserCheck aria-hidden="true" />, onSelect: () => setAsking("open") }
            : {
                label: "Close account",
                icon: <UserX aria-hidden="true" />,
                tone: "danger",
                onSelect: () => setAsking("close"),
              },
        ]}
      />
      {asking && <ChangeDialog member={member} asking={asking} onClose={() => setAsking(undefined)} />}
    </>
  );
}

type ChangeDialogProps = { member: AdminMember; asking: Question; onClose: () => void };

function ChangeDialog({ member, asking, onClose }: ChangeDialogProps) {
  const reason = useReason();
  const update = useCall(teamApi.updateAdmin, { refresh: [teamApi.listAdminTeam] });
  const { id: adminId, email } = member;
  const change = (patch: Patch) => {
    const given = reason.read();
    if (given === undefined) return;
    const onSuccess = () => {
      toast.success(`${email} changed`);
      onClose();
    };
    update.mutate({ adminId, ...patch, reason: given }, { onSuccess });
  };
  const shared = { loading: update.isPending, onClose, children: <ReasonField reason={reason} /> };
  const problem = update.error && problemSentence(update.error);
  if (asking === "role") {
    return (
      <ChangeRoleDialog
        {...shared}
        name={email}
        role={member.role}
        roles={ADMIN_ROLES_EXPLAINED}
        problem={problem}
        onChange={(role) => change({ role })}
      />
    );
  }
  const { title, consequence, confirm, keep, patch } = QUESTIONS[asking];
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`${title} ${email}?`}
      consequence={consequence}
      confirmLabel={confirm}
      keepLabel={keep}
      tone={asking === "open" ? "primary" : "danger"}
      loading={shared.loading}
      error={problem}
      onConfirm={() => change(patch)}
    >
      {shared.children}
    </ConfirmDialog>
  );
}
