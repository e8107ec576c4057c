import type { CSSProperties, ReactNode } from "react";

// Mail readers know neither style sheets nor our tokens: each element carries its own few styles.
const INK = "#18181b";
const MUTED = "#52525b";
const LINE = "#e4e4e7";
const ACCENT = "#1d4ed8";
const FONT = "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

const styles = {
  page: { margin: 0, padding: "24px 12px", backgroundColor: "#f4f4f5", color: INK, fontFamily: FONT },
  // Shown by mail readers beside the subject, and by none inside the mail.
  preview: { display: "none", overflow: "hidden", lineHeight: "1px", opacity: 0, maxHeight: 0, maxWidth: 0 },
  card: {
    width: "100%",
    maxWidth: "560px",
    // Long words such as keys break instead of making the mail wider than the window.
    tableLayout: "fixed",
    margin: "0 auto",
    backgroundColor: "#ffffff",
    border: `1px solid ${LINE}`,
  },
  cell: { padding: "28px 32px", overflowWrap: "anywhere", wordBreak: "break-word" },
  product: { margin: "0 0 24px", fontSize: "15px", fontWeight: 600 },
  title: { margin: "0 0 16px", fontSize: "20px", lineHeight: "28px", fontWeight: 600 },
  paragraph: { margin: "0 0 16px", fontSize: "15px", lineHeight: "24px" },
  button: {
    display: "inline-block",
    margin: "8px 0 24px",
    padding: "10px 18px",
    borderRadius: "6px",
    backgroundColor: ACCENT,
    color: "#ffffff",
    fontSize: "15px",
    fontWeight: 600,
    textDecoration: "none",
  },
  footnote: {
    margin: 0,
    paddingTop: "16px",
    borderTop: `1px solid ${LINE}`,
    color: MUTED,
    fontSize: "13px",
    lineHeight: "20px",
  },
} satisfies Record<string, CSSProperties>;

/** What a template makes of its facts. */
export type Letter = { subject: string; content: ReactNode };

export type LetterPageProps = {
  title: string;
  /** The first words, for lists of mails: what the subject leaves out. */
  preview: string;
  action: { label: string; href: string };
  footnote: string;
  children: ReactNode;
};

/** The page all mails share: the product's name, what happened, one button, small print. It loads nothing from anywhere. */
export function LetterPage({ title, preview, action, footnote, children }: LetterPageProps) {
  return (
    <html lang="en" dir="ltr">
      {/* biome-ignore lint/style/noHeadElement: this is no page of the app, and next/head knows nothing of mails. */}
      <head>
        <meta httpEquiv="Content-Type" content="text/html; charset=UTF-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light" />
        <title>{title}</title>
      </head>
      <body style={styles.page}>
        <div style={styles.preview} data-skip-in-text="true">
          {preview}
        </div>
        <table role="presentation" align="center" cellPadding="0" cellSpacing="0" style={styles.card}>
          <tbody>
            <tr>
              <td style={styles.cell}>
                <p style={styles.product}>Portico</p>
                <h1 style={styles.title}>{title}</h1>
                {children}
                <p style={{ margin: 0 }}>
                  <a href={action.href} style={styles.button}>
                    {action.label}
                  </a>
                </p>
                <p style={styles.footnote}>{footnote}</p>
              </td>
            </tr>
          </tbody>
        </table>
      </body>
    </html>
  );
}

export function Paragraph({ children }: { children: ReactNode }) {
  return <p style={styles.paragraph}>{children}</p>;
}
