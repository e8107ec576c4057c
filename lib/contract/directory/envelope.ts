/** The version that every answer of the directory API names in a header and in `meta` (contract 3). */
export const ENVELOPE_VERSION = "2026-05-14.partner.v1";

/** Where the parts of an answer stand. */
export const ENVELOPE = {
  version: ENVELOPE_VERSION,
  dataPath: "data",
  metaPath: "meta",
  errorPath: "error",
} as const;

/** The version of the catalogue (contract 6.2), apart from the envelope's. */
export const API_VERSION = "0.1.0";

export const KEY_HEADER = "x-senior-guru-api-key";
