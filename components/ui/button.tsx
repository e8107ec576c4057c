import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./class-names";

export const buttonStyle = cva(
  [
    "relative inline-flex shrink-0 items-center justify-center gap-2 rounded-control font-medium whitespace-nowrap select-none",
    "transition-colors disabled:cursor-not-allowed disabled:opacity-50 aria-busy:cursor-wait aria-busy:opacity-75",
    "[&_svg]:size-4 [&_svg]:shrink-0",
  ],
  {
    variants: {
      variant: {
        primary: "bg-primary text-on-fill hover:bg-primary-hover",
        secondary: "border border-strong bg-control text-content hover:bg-muted",
        ghost: "text-content-muted hover:bg-muted hover:text-content",
        danger: "bg-danger text-on-fill hover:bg-danger-hover",
      },
      size: {
        small: "h-10 px-3 text-dense md:h-8",
        medium: "h-11 px-4 text-body md:h-9",
        large: "h-12 px-6 text-section md:h-11",
        icon: "size-11 md:size-9",
        iconSmall: "size-10 md:size-8",
      },
    },
    defaultVariants: { variant: "secondary", size: "medium" },
  },
);

export type ButtonStyleProps = VariantProps<typeof buttonStyle>;

export type ButtonProps = ComponentProps<"button"> &
  ButtonStyleProps & {
    /** Keeps the label, refuses clicks and says so to assistive technology. */
    loading?: boolean;
    icon?: ReactNode;
    /** Keyboard hint printed on the button, such as "A". */
    hint?: ReactNode;
  };

export function Button({
  variant,
  size,
  loading = false,
  icon,
  hint,
  className,
  children,
  onClick,
  type = "button",
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      className={cn(buttonStyle({ variant, size }), className)}
      aria-busy={loading || undefined}
      aria-disabled={loading || undefined}
      onClick={loading ? (event) => event.preventDefault() : onClick}
      {...rest}
    >
      {loading ? <LoadingMark /> : icon}
      {children}
      {hint && <span aria-hidden="true">{hint}</span>}
    </button>
  );
}

function LoadingMark() {
  return (
    <span aria-hidden="true" className="flex size-4 items-center justify-center gap-px">
      <span className="size-1 animate-breathe rounded-full bg-current" />
      <span className="size-1 animate-breathe rounded-full bg-current delay-150" />
      <span className="size-1 animate-breathe rounded-full bg-current delay-300" />
    </span>
  );
}
