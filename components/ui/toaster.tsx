"use client";

import { CircleCheck, CircleX, Info, TriangleAlert } from "lucide-react";
import { useTheme } from "next-themes";
import { Toaster as Sonner } from "sonner";

/** For what finished in the background: `toast.success("Key revoked")` from sonner. What the person must fix stands inline. */
export function Toaster() {
  const { theme } = useTheme();
  return (
    <Sonner
      theme={theme === "dark" || theme === "light" ? theme : "system"}
      position="bottom-right"
      icons={{
        success: <CircleCheck className="size-4 text-success" />,
        error: <CircleX className="size-4 text-danger" />,
        warning: <TriangleAlert className="size-4 text-warning" />,
        info: <Info className="size-4 text-accent" />,
      }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-full items-start gap-3 rounded-card bg-floating px-4 py-3 font-sans text-body text-content shadow-floating md:w-80",
          title: "font-medium",
          description: "text-content-muted",
          actionButton: "ml-auto shrink-0 font-medium text-accent",
        },
      }}
    />
  );
}
