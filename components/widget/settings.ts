/** What a page says on the script's element. */
export type Settings = {
  partnerKey: string;
  nonprofit: string;
  /** In major units, as people write them; empty where the page names none. */
  amounts: number[];
  currency: string | undefined;
  frequency: "once" | "monthly" | undefined;
  provider: string | undefined;
  userId: string | undefined;
  theme: "light" | "dark" | "auto";
  target: string | undefined;
  /** Where the script came from: the API is there too. */
  origin: string;
};

/** What the page's author has to put right; told by `sir:error`. */
export class SettingsError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

type Source = { dataset: Record<string, string | undefined>; src: string };

/** Reads the element's attributes. Any key but a publishable one is refused: others have no business in a browser. */
export function readSettings({ dataset, src }: Source): Settings {
  const { partnerKey = "", nonprofit = "", frequency, theme } = dataset;
  if (!partnerKey.startsWith("pk_")) {
    throw new SettingsError(
      "PUBLISHABLE_KEY_REQUIRED",
      "data-partner-key must be a publishable key (pk_…). Never put a secret key into a page.",
    );
  }
  if (!nonprofit) throw new SettingsError("NONPROFIT_REQUIRED", "data-nonprofit must name a nonprofit by its slug.");
  return {
    partnerKey,
    nonprofit,
    amounts: (dataset.amounts ?? "")
      .split(",")
      .map(Number)
      .filter((amount) => amount > 0),
    currency: dataset.currency,
    frequency: frequency === "once" || frequency === "monthly" ? frequency : undefined,
    provider: dataset.provider,
    userId: dataset.userId,
    theme: theme === "light" || theme === "dark" ? theme : "auto",
    target: dataset.target,
    origin: new URL(src).origin,
  };
}
