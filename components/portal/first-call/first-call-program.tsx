import { PublishableKeyProvider } from "@/components/portal/first-call/publishable-key";
import type { RenderedSnippets } from "@/components/portal/first-call/rendered-snippets";
import {
  type FirstCallKind,
  firstCallSnippet,
  type SnippetLanguage,
  secretsSnippet,
} from "@/components/portal/first-call/snippets";
import { fileNameOf } from "@/components/portal/keys/key-form";
import { CodeBlock } from "@/components/ui/code-block";
import { CodeTabs } from "@/components/ui/code-tabs";
import { Field } from "@/components/ui/field";
import { Section } from "@/components/ui/section";
import { Select } from "@/components/ui/select";
import type { Key } from "@/lib/domain/keys/schemas";

const LANGUAGES: { language: SnippetLanguage; label: string }[] = [
  { language: "bash", label: "curl" },
  { language: "javascript", label: "Node.js" },
  { language: "python", label: "Python" },
  { language: "sdk", label: "Node.js SDK" },
];

const CALLS = [
  { value: "users", label: "Read users (GET)" },
  { value: "action", label: "Submit a sample action (POST)" },
];

const EXPECTED: Record<FirstCallKind, string> = {
  users:
    "Run it in a shell, or save it as first-call.mjs or first_call.py. It answers 200 with a list of users, empty at first.",
  action:
    "Run it in a shell, or save it as first-call.mjs or first_call.py. It answers 200 and gives 50 test tokens to cust-314.",
};

type FirstCallProgramProps = {
  usable: readonly Key[];
  chosen: Key;
  kind: FirstCallKind;
  onChoose: (choice: { key: string } | { call: FirstCallKind }) => void;
  baseUrl: string;
  rendered: RenderedSnippets;
};

/** What to call, where the secrets go, and the program to run. */
export function FirstCallProgram({ usable, chosen, kind, onChoose, baseUrl, rendered }: FirstCallProgramProps) {
  const isProduction = chosen.environment === "production";
  const samples = LANGUAGES.map(({ language, label }) => ({
    label,
    code: firstCallSnippet(language, { kind, baseUrl, publishableKey: chosen.publicKey }),
    rendered: rendered[kind][language],
  }));
  return (
    <div className="flex min-w-0 flex-col gap-8 lg:col-span-2">
      <Section title="1. Choose a call">
        <div className="grid gap-4 md:grid-cols-2">
          <Field label="Key">
            <Select
              options={usable.map((key) => ({ value: key.id, label: key.name }))}
              value={chosen.id}
              onChange={(event) => onChoose({ key: event.target.value })}
            />
          </Field>
          <Field label="Call" hint={isProduction ? "In production a sample action would give real tokens." : undefined}>
            <Select
              options={isProduction ? CALLS.slice(0, 1) : CALLS}
              value={kind}
              onChange={(event) => onChoose({ call: event.target.value as FirstCallKind })}
            />
          </Field>
        </div>
      </Section>
      <Section
        title="2. Put the secrets into the environment"
        description="They were shown once, when the key was created, and never stand in code. Lost them? Create a new key."
      >
        <CodeBlock
          title="Shell"
          what="shell commands"
          code={secretsSnippet(fileNameOf(chosen.name, chosen.environment), chosen.secretKeyLast4)}
        />
      </Section>
      <Section title="3. Run the call" description={EXPECTED[kind]}>
        <PublishableKeyProvider value={chosen.publicKey}>
          <CodeTabs label="The call, by language" samples={samples} />
        </PublishableKeyProvider>
      </Section>
    </div>
  );
}
