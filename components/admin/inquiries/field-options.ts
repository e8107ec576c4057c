import { FIELD_WORDS, FIELDS } from "@/components/public/inquiry/inquiry-words";

/** What a comment can be anchored to; the empty value is the inquiry as a whole. */
export const FIELD_OPTIONS = [
  { value: "", label: "The whole inquiry" },
  ...FIELDS.map((value) => ({ value, label: FIELD_WORDS[value] })),
];
