import type { StepState } from "@/components/ui/steps";

/** What the API says has been done in the environment at hand. */
export type SetupFacts = { hasKey: boolean; hasCalled: boolean; hasWebhook: boolean; hasReward: boolean };

export type SetupStep = {
  id: string;
  title: string;
  description: string;
  state: StepState;
  action: { label: string; href: string };
};

type Plan = Omit<SetupStep, "state"> & { isDone: (facts: SetupFacts) => boolean };

const PLAN: readonly Plan[] = [
  {
    id: "key",
    title: "Create a key",
    description: "Three values your server signs with, shown once.",
    action: { label: "Create key", href: "/keys?create=true" },
    isDone: (facts) => facts.hasKey,
  },
  {
    id: "call",
    title: "Make the first call",
    description: "A program with your key filled in, in curl, Node.js or Python, and a page that notices its arrival.",
    action: { label: "Make first call", href: "/first-call" },
    isDone: (facts) => facts.hasCalled,
  },
  {
    id: "webhook",
    title: "Register a webhook",
    description: "Your endpoint hears of every reward, signed.",
    action: { label: "Register webhook", href: "/webhooks" },
    isDone: (facts) => facts.hasWebhook,
  },
  {
    id: "reward",
    title: "Give the first reward",
    description: "An action turns an amount into tokens for a person.",
    action: { label: "Submit sample action", href: "/first-call?call=action" },
    isDone: (facts) => facts.hasReward,
  },
];

/** The way from a new account to the first reward. The first step not yet done is up next, whatever comes after it. */
export function setupSteps(facts: SetupFacts): SetupStep[] {
  const next = PLAN.find(({ isDone }) => !isDone(facts));
  return PLAN.map(({ isDone, ...step }) => ({
    ...step,
    state: isDone(facts) ? "done" : step.id === next?.id ? "current" : "upcoming",
  }));
}
