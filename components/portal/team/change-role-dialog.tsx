"use client";

import { type ReactNode, useState } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";

type ChangeRoleDialogProps<Role extends string> = {
  name: string;
  role: Role;
  roles: Record<Role, { word: string; meaning: string }>;
  loading: boolean;
  problem?: ReactNode;
  /** Further fields, such as a reason. */
  children?: ReactNode;
  onChange: (role: Role) => void;
  onClose: () => void;
};

/** Mount it to open it. */
export function ChangeRoleDialog<Role extends string>(props: ChangeRoleDialogProps<Role>) {
  const { name, roles, loading, problem, children, onChange, onClose } = props;
  const [role, setRole] = useState(props.role);
  const options = Object.entries(roles) as [Role, { word: string; meaning: string }][];
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`Change the role of ${name}?`}
      consequence="Holds from the next request on, without a new sign-in."
      confirmLabel="Change role"
      keepLabel="Keep role"
      tone="primary"
      loading={loading}
      error={problem}
      onConfirm={() => onChange(role)}
    >
      <Field label="Role" hint={roles[role].meaning}>
        <Select
          options={options.map(([value, { word }]) => ({ value, label: word }))}
          value={role}
          onChange={(event) => setRole(event.target.value as Role)}
        />
      </Field>
      {children}
    </ConfirmDialog>
  );
}
