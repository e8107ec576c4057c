import type { EndpointCard } from "@/lib/contract/directory/documents/endpoint-cards";

/** The cards that hold every word of the search, in their order; all of them without one. */
export function findCards(cards: readonly EndpointCard[], search: string): readonly EndpointCard[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return cards.filter(({ method, path, summary, tags }) => {
    const text = [method, path, summary, ...tags].join(" ").toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
