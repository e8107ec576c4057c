"use client";

import { Ellipsis, UserCheck, UserCog, UserX } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { problemSentence } from "@/components/portal/forms/problem-sentence";
import { ChangeRoleDialog } from "@/components/portal/team/change-role-dialog";
import { PARTNER_ROLE_WORDS } from "@/components/portal/team/team-words";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DropdownMenu } from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import { useCall } from "@/lib/client/query";
import * as giving from "@/lib/contract/giving";
import type { TeamMember } from "@/lib/domain/accounts/team/schemas";

/** What an owner may do with a member: another role, or close and open the account. */
export function MemberActions({ member }: { member: TeamMember }) {
  const [asking, setAsking] = useState<"role" | "close">();
  const update = useCall(giving.updateMember, { refresh: [giving.listTeam, giving.me] });
  const { id: userId, email } = member;
  const close = () => {
    update.reset();
    setAsking(undefined);
  };
  const change = (patch: { role?: TeamMember["role"]; disabled?: boolean }, done: string) =>
    update.mutate(
      { userId, ...patch },
      {
        onSuccess: () => {
          toast.success(`${email}: ${done}`);
          setAsking(undefined);
        },
        onError: (error) => asking === undefined && toast.error(problemSentence(error)),
      },
    );
  const problem = update.error && problemSentence(update.error);
  return (
    <>
      <DropdownMenu
        trigger={<IconButton small label={`Actions for ${email}`} icon={<Ellipsis aria-hidden="true" />} />}
        entries={[
          { label: "Change role", icon: <UserCog aria-hidden="true" />, onSelect: () => setAsking("role") },
          member.disabledAt
            ? {
                label: "Open account",
                icon: <UserCheck aria-hidden="true" />,
                onSelect: () => change({ disabled: false }, "account opened"),
              }
            : {
                label: "Close account",
                icon: <UserX aria-hidden="true" />,
                tone: "danger",
                onSelect: () => setAsking("close"),
              },
        ]}
      />
      {asking === "role" && (
        <ChangeRoleDialog
          name={email}
          role={member.role}
          roles={PARTNER_ROLE_WORDS}
          loading={update.isPending}
          problem={problem}
          onChange={(role) => change({ role }, "role changed")}
          onClose={close}
        />
      )}
      {asking === "close" && (
        <ConfirmDialog
          open
          onOpenChange={close}
          title={`Close the account of ${email}?`}
          consequence="Signed out everywhere at once, and no longer able to sign in. Keys that this person made stay as they are. You can open the account again."
          confirmLabel="Close account"
          keepLabel="Keep account"
          loading={update.isPending}
          error={problem}
          onConfirm={() => change({ disabled: true }, "account closed")}
        />
      )}
    </>
  );
}
