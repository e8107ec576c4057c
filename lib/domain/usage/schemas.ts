/** Which half of its pair a request presented; each has limits of its own. */
export const KEY_CLASSES = ["pk", "sk"] as const;
export type KeyClass = (typeof KEY_CLASSES)[number];
