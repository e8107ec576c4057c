type Nullable<T> = { [K in keyof T]: null extends T[K] ? K : never }[keyof T];

/** What is null in a row and left out of its resource. */
export type WithoutNulls<T> = Omit<T, Nullable<T>> & { [K in Nullable<T>]?: NonNullable<T[K]> };

/** A row's fields but for those that are null. */
export function omitNulls<T extends object>(row: T): WithoutNulls<T> {
  // What is left has no null in it, which is all that the type says.
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as WithoutNulls<T>;
}
