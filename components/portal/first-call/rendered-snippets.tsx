import type { ReactNode } from "react";
import { fillSlot } from "@/components/portal/first-call/fill-slot";
import { PublishableKey } from "@/components/portal/first-call/publishable-key";
import {
  FIRST_CALLS,
  type FirstCallKind,
  firstCallSnippet,
  PUBLISHABLE_KEY_SLOT,
  SNIPPET_LANGUAGES,
  type SnippetLanguage,
} from "@/components/portal/first-call/snippets";
import { highlight } from "@/components/ui/highlight";

export type RenderedSnippets = Record<FirstCallKind, Record<SnippetLanguage, ReactNode>>;

/** Every snippet, coloured on the server, with a place for the key that the browser knows. */
export async function renderSnippets(baseUrl: string): Promise<RenderedSnippets> {
  const render = async (kind: FirstCallKind, language: SnippetLanguage) => {
    const code = firstCallSnippet(language, { kind, baseUrl, publishableKey: PUBLISHABLE_KEY_SLOT });
    return fillSlot(
      await highlight(code, language === "sdk" ? "javascript" : language),
      PUBLISHABLE_KEY_SLOT,
      <PublishableKey />,
    );
  };
  const kinds = FIRST_CALLS.map(async (kind) => {
    const languages = SNIPPET_LANGUAGES.map(async (language) => [language, await render(kind, language)] as const);
    return [kind, Object.fromEntries(await Promise.all(languages))] as const;
  });
  return Object.fromEntries(await Promise.all(kinds)) as RenderedSnippets;
}
