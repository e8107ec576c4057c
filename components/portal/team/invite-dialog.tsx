"use client";

import { type ReactNode, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { EmailAddress } from "@/lib/domain/shared/schemas";

type InviteDialogProps<Role extends string> = {
  description: string;
  roles: Record<Role, { word: string; meaning: string }>;
  initial: Role;
  loading: boolean;
  problem?: ReactNode;
  /** Further fields, such as a reason. */
  children?: ReactNode;
  onInvite: (invited: { email: string; role: Role }) => void;
  onClose: () => void;
};

/** Asks whom to invite, and as what. Mount it to open it. */
export function InviteDialog<Role extends string>(props: InviteDialogProps<Role>) {
  const { roles, initial, loading, problem, children, onInvite, onClose } = props;
  const formId = useId();
  const [email, setEmail] = useState("");
  const [wrong, setWrong] = useState<string>();
  const [role, setRole] = useState<Role>(initial);
  const options = Object.entries(roles) as [Role, { word: string; meaning: string }][];
  return (
    <Dialog
      open
      onOpenChange={onClose}
      dismissible={email === ""}
      title="Invite somebody"
      description={props.description}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" loading={loading}>
            Send invitation
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        method="post"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          const parsed = EmailAddress.safeParse(email.trim());
          setWrong(parsed.success ? undefined : "Write an e-mail address, such as jane@example.org.");
          if (parsed.success) onInvite({ email: parsed.data, role });
        }}
      >
        {problem && (
          <Notice tone="danger" announce>
            {problem}
          </Notice>
        )}
        <Field label="E-mail address" error={wrong}>
          <Input
            type="email"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        </Field>
        <Field label="Role" hint={roles[role].meaning}>
          <Select
            options={options.map(([value, { word }]) => ({ value, label: word }))}
            value={role}
            onChange={(event) => setRole(event.target.value as Role)}
          />
        </Field>
        {children}
      </form>
    </Dialog>
  );
}
