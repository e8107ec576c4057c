import type { ReactNode } from "react";
import { createCssVariablesTheme, createHighlighterCore } from "shiki/core";
import { createJavaScriptRegexEngine } from "shiki/engine/javascript";

export type CodeLanguage = "bash" | "http" | "javascript" | "json" | "python" | "text" | "typescript";

// Colours are our tokens, so one rendering serves both themes.
const theme = createCssVariablesTheme({ name: "portico", variablePrefix: "--code-" });

const highlighter = createHighlighterCore({
  themes: [theme],
  langs: [
    import("shiki/langs/bash.mjs"),
    import("shiki/langs/http.mjs"),
    import("shiki/langs/javascript.mjs"),
    import("shiki/langs/json.mjs"),
    import("shiki/langs/python.mjs"),
    import("shiki/langs/typescript.mjs"),
  ],
  engine: createJavaScriptRegexEngine(),
});

/** Colours code, on the server. Hand the result to a CodeBlock as children. */
export async function highlight(code: string, language: CodeLanguage): Promise<ReactNode> {
  const { tokens } = (await highlighter).codeToTokens(code, { lang: language, theme: "portico" });
  return tokens.map((line, row) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: code is rendered once and never reordered.
    <span key={row}>
      {line.map((token) => (
        <span key={token.offset} style={{ color: token.color }}>
          {token.content}
        </span>
      ))}
      {row < tokens.length - 1 && "\n"}
    </span>
  ));
}
