/** The sections of the page in their order, each with the id that links lead to. */
export const SECTIONS = [
  { id: "base-url", label: "Base URL" },
  { id: "authentication", label: "Authentication" },
  { id: "webhook-signing", label: "Webhook signing" },
  { id: "events", label: "Events" },
  { id: "endpoints", label: "Endpoints" },
  { id: "webhook-verification", label: "Webhook verification contract" },
  { id: "sample-signature", label: "Sample signature" },
  { id: "sdk-examples", label: "SDK examples" },
  { id: "sandbox-onboarding", label: "Sandbox onboarding" },
  { id: "changelog", label: "API changelog" },
  { id: "sdk-packages", label: "SDK package plan" },
  { id: "sandbox-evidence", label: "Sandbox evidence export" },
  { id: "response-envelope", label: "Response envelope" },
  { id: "response-pagination", label: "Response pagination" },
  { id: "cursor-evaluation", label: "Cursor evaluation" },
  { id: "operations", label: "Operations controls" },
] as const;

export type SectionId = (typeof SECTIONS)[number]["id"];

export const labelOf = (id: SectionId) => SECTIONS.find((section) => section.id === id)!.label;
