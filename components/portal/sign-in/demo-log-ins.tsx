import { Button } from "@/components/ui/button";

const PASSWORD = "portico-demo-1";

const LOG_INS = [
  { email: "owner@acme.example", who: "Owner of Acme, a partner" },
  { email: "developer@acme.example", who: "Developer at Acme" },
  { email: "admin@portico.example", who: "Administrator of the platform" },
  { email: "colleague@portico.example", who: "A second administrator, for what takes two" },
  { email: "reviewer@portico.example", who: "Reviewer of the platform" },
];

type DemoLogInsProps = { onChoose: (logIn: { email: string; password: string }) => void };

/** The seeded people, for trying the product out. Shown in demo mode only. */
export function DemoLogIns({ onChoose }: DemoLogInsProps) {
  return (
    <section aria-labelledby="demo-log-ins" className="flex flex-col gap-2 border-t border-default pt-6">
      <div>
        <h2 id="demo-log-ins" className="text-section font-semibold">
          Demo log-ins
        </h2>
        <p className="text-body text-content-muted">
          Shown in demo mode. Each has the password{" "}
          <span className="font-mono text-dense whitespace-nowrap text-content">{PASSWORD}</span>.
        </p>
      </div>
      <ul className="divide-y divide-default">
        {LOG_INS.map(({ email, who }) => (
          <li key={email} className="flex items-center justify-between gap-4 py-2">
            <span className="min-w-0">
              <span className="block truncate font-medium">{email}</span>
              <span className="block text-dense text-content-muted">{who}</span>
            </span>
            <Button
              size="small"
              aria-label={`Sign in as ${email}`}
              onClick={() => onChoose({ email, password: PASSWORD })}
            >
              Sign in
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
