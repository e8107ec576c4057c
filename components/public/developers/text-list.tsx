import type { ReactNode } from "react";

/** Sentences, one under the other. */
export function TextList({ items, numbered }: { items: readonly ReactNode[]; numbered?: boolean }) {
  const List = numbered ? "ol" : "ul";
  return (
    <List className={`flex max-w-prose flex-col gap-1 pl-4 text-body ${numbered ? "list-decimal" : "list-disc"}`}>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, on the server, and never reordered.
        <li key={index} className="pl-1 marker:text-content-subtle">
          {item}
        </li>
      ))}
    </List>
  );
}

/** The same with a small heading. */
export function NamedList({ name, items }: { name: string; items: readonly string[] }) {
  return (
    <div className="min-w-0">
      <p className="mb-1 text-dense font-medium text-content-muted">{name}</p>
      <TextList items={items} />
    </div>
  );
}
