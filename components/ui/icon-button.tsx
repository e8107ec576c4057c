import type { ReactNode } from "react";
import { Button, type ButtonProps } from "./button";
import { Tooltip } from "./tooltip";

export type IconButtonProps = Omit<ButtonProps, "children" | "size" | "icon"> & {
  label: string;
  icon: ReactNode;
  small?: boolean;
};

/** An icon alone is a riddle: the label is its name, and its tooltip. */
export function IconButton({ label, icon, small = false, variant = "ghost", ...rest }: IconButtonProps) {
  return (
    <Tooltip content={label}>
      <Button aria-label={label} variant={variant} size={small ? "iconSmall" : "icon"} {...rest}>
        {icon}
      </Button>
    </Tooltip>
  );
}
