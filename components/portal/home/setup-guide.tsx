import type { SetupStep } from "@/components/portal/home/setup-steps";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { Steps } from "@/components/ui/steps";

/** The steps to the first reward, as the API's own data says they stand. */
export function SetupGuide({ steps }: { steps: readonly SetupStep[] }) {
  const done = steps.filter((step) => step.state === "done").length;
  return (
    <Section title="Set up" description={`${done} of ${steps.length} steps done.`}>
      <Card padded={false} className="px-4 md:px-6">
        <Steps
          label="Set-up steps"
          steps={steps.map(({ action, ...step }) => ({
            ...step,
            action: step.state === "current" && (
              <LinkButton href={action.href} variant="primary">
                {action.label}
              </LinkButton>
            ),
          }))}
        />
      </Card>
    </Section>
  );
}
