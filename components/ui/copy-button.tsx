"use client";

import { Check, Copy } from "lucide-react";
import { Button, type ButtonProps } from "./button";
import { IconButton } from "./icon-button";
import { useCopy } from "./use-copy";

export type CopyButtonProps = {
  value: string;
  /** What is copied, as in "Copy key id". */
  what: string;
  /** Print the label beside the icon. */
  showLabel?: boolean;
  variant?: ButtonProps["variant"];
  onCopied?: () => void;
};

export function CopyButton({ value, what, showLabel = false, variant, onCopied }: CopyButtonProps) {
  const { state, copy } = useCopy();
  const label = `Copy ${what}`;
  const icon = state === "copied" ? <Check aria-hidden="true" className="text-success" /> : <Copy aria-hidden="true" />;
  const onClick = async () => {
    if (await copy(value)) onCopied?.();
  };
  return (
    <>
      {showLabel ? (
        <Button size="small" variant={variant} icon={icon} onClick={onClick}>
          {label}
        </Button>
      ) : (
        <IconButton small variant={variant} label={label} icon={icon} onClick={onClick} />
      )}
      <span role="status" className="sr-only">
        {state === "copied" && `Copied ${what}`}
        {state === "refused" && `The browser refused to copy ${what}. Select the text and copy it by hand.`}
      </span>
    </>
  );
}
