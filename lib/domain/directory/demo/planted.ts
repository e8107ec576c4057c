/**
 * Values for fields that no partner may see, recognisable wherever they turn up: a test searches every answer for the
 * markers. No public field of the seeded world holds one.
 */
export const PLANTED_MARKERS = ["PRIVATE-", "private.", "planted.example", "98765400"] as const;

/** Text for a private field, different for each row. */
export const planted = (entity: string, field: string, n: number) => `PRIVATE-${entity}-${field}-${n}`;

export const plantedEmail = (entity: string, field: string, n: number) =>
  `private.${entity}.${field.toLowerCase()}.${n}@planted.example`;

export const plantedUrl = (entity: string, field: string, n: number) =>
  `https://planted.example/${planted(entity, field, n)}`;

export const plantedPayload = (entity: string, field: string, n: number): Record<string, unknown> => ({
  [planted(entity, field, n)]: planted(entity, field, n),
  email: plantedEmail(entity, field, n),
});

/** An amount that no public figure comes near. */
export const plantedCents = (n: number) => 9_876_540_000 + n;
