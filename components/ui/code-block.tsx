import type { ReactNode } from "react";
import { cn } from "./class-names";
import { CopyButton } from "./copy-button";

export type CodeBlockProps = {
  /** What is copied, and shown when there are no children. */
  code: string;
  /** A file name or "Request body". */
  title?: ReactNode;
  /** Names the code for the copy button. */
  what?: string;
  /** The same code with colours, from highlight(). */
  children?: ReactNode;
  wrap?: boolean;
  className?: string;
};

export function CodeBlock({ code, title, what = "code", children, wrap, className }: CodeBlockProps) {
  return (
    <div className={cn("relative min-w-0 rounded-card bg-subtle", className)}>
      {title !== undefined && (
        <div className="flex h-10 items-center border-b border-default pr-12 pl-4 text-dense text-content-muted">
          <span className="truncate">{title}</span>
        </div>
      )}
      <div className="absolute top-1 right-1">
        <CopyButton value={code} what={what} />
      </div>
      <Code wrap={wrap} label={typeof title === "string" ? title : what}>
        {children ?? code}
      </Code>
    </div>
  );
}

export function Code({ children, wrap, label }: { children: ReactNode; wrap?: boolean; label: string }) {
  return (
    // A region that scrolls sideways must be reachable by keyboard.
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: see above.
      tabIndex={0}
      className="overflow-x-auto rounded-card py-3 pr-12 pl-4 focus-visible:-outline-offset-2"
    >
      <pre className={cn("font-mono text-dense", wrap && "break-all whitespace-pre-wrap")}>
        <code>{children}</code>
      </pre>
    </section>
  );
}
