"use client";

import { SearchX } from "lucide-react";
import { parseAsString, useQueryState } from "nuqs";
import { findCards } from "@/components/public/developers/find-cards";
import { Badge } from "@/components/ui/badge";
import { CopyButton } from "@/components/ui/copy-button";
import { EmptyState } from "@/components/ui/empty-state";
import { SearchInput } from "@/components/ui/search-input";
import type { EndpointCard } from "@/lib/contract/directory/documents/endpoint-cards";

type EndpointCardsProps = { cards: readonly EndpointCard[]; baseUrl: string };

/** Every operation, and a search that narrows them down; what was searched for stands in the address. */
export function EndpointCards({ cards, baseUrl }: EndpointCardsProps) {
  const [search, setSearch] = useQueryState("q", parseAsString.withDefault(""));
  const found = findCards(cards, search);
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SearchInput
          label="Search endpoints"
          value={search}
          onValueChange={(text) => void setSearch(text || null)}
          className="w-full md:max-w-dialog"
        />
        <p role="status" className="text-dense text-content-muted" data-figures>
          {found.length === cards.length
            ? `${cards.length} operations`
            : `${found.length} of ${cards.length} operations`}
        </p>
      </div>
      {found.length === 0 && (
        <EmptyState icon={<SearchX />} title="No endpoint matches">
          Search looks at method, path, summary and group. Shorten the text, or clear it to see all {cards.length}.
        </EmptyState>
      )}
      <ul className="grid gap-3 md:grid-cols-2">
        {found.map((card) => (
          <li key={`${card.method} ${card.path}`} className="min-w-0 rounded-card border border-default p-4">
            <div className="flex items-start justify-between gap-2">
              <h3 className="min-w-0 pt-1 font-mono text-dense break-words">
                <Badge mono className="mr-2">
                  {card.method}
                </Badge>
                {card.path.split("/").map((part, index) => (
                  // Paths break at their slashes, where there is no room for them.
                  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a path keep their places.
                  <span key={index}>
                    {index > 0 && (
                      <>
                        /<wbr />
                      </>
                    )}
                    {part}
                  </span>
                ))}
              </h3>
              <CopyButton value={baseUrl + card.path} what={`address of ${card.method} ${card.path}`} />
            </div>
            <p className="mt-1 text-body text-content-muted">{card.summary}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
