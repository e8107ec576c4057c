import { LandingSection } from "./landing-section";

const STEPS = [
  {
    title: "Create an account",
    text: "Your organisation gets a sandbox with a test pool of 100,000 tokens.",
  },
  {
    title: "Create a key",
    text: "Secret key and signing secret appear once. Copy them, or download them as .env.",
  },
  {
    title: "Send a signed call",
    text: "The portal prints the request above with your own key id filled in.",
  },
  {
    title: "Watch it arrive",
    text: "The request log turns green at your first 2xx. A refusal says what to change.",
  },
  {
    title: "Add a webhook",
    text: "Send a test event, verify its signature, replay what failed.",
  },
];

/** Five columns under one lintel. */
export function Colonnade() {
  return (
    <LandingSection
      title="The first five minutes"
      lead="No meeting, no contract, no waiting. Each step ends with something you can see."
    >
      <div aria-hidden="true" className="h-2 bg-inverse" />
      <ol className="grid divide-default max-md:divide-y md:grid-cols-5 md:divide-x">
        {STEPS.map((step, position) => (
          <li
            key={step.title}
            className="flex gap-4 py-4 md:flex-col md:px-4 md:pt-6 md:pb-12 md:first:pl-0 md:last:pr-0"
          >
            <span aria-hidden="true" className="w-6 shrink-0 font-mono text-dense text-content-muted tabular-nums">
              {position + 1}
            </span>
            <div>
              <h3 className="text-section font-semibold">{step.title}</h3>
              <p className="mt-1 text-body text-content-muted">{step.text}</p>
            </div>
          </li>
        ))}
      </ol>
      <div aria-hidden="true" className="h-px bg-inverse" />
    </LandingSection>
  );
}
