import { LandingSection } from "./landing-section";

const ROWS = [
  { what: "Keys", sandbox: "pk_test_ and sk_test_", production: "pk_live_ and sk_live_", mono: true },
  { what: "Opens", sandbox: "As soon as you sign up", production: "After a person has reviewed your request" },
  { what: "Tokens", sandbox: "A test pool, worth nothing", production: "A pool sized and funded for you" },
  { what: "Data", sandbox: "Never mixed with production", production: "Never mixed with the sandbox" },
  {
    what: "On screen",
    sandbox: "Striped edge, badge, tinted button",
    production: "No tint; dangerous actions ask for a name",
  },
];

const ROW = "grid grid-cols-2 gap-x-4 py-3 md:grid-cols-4";

export function Environments() {
  return (
    <LandingSection
      title="Sandbox first, production by review"
      lead="The prefix of the key decides which world a call belongs to. Seven checks, most of them made from your own traffic, show when you are ready for the second."
    >
      {/* Grids, so that a row's name stands above its cells on a phone; the roles keep it a table. */}
      {/* biome-ignore-start lint/a11y/useSemanticElements: as above. */}
      {/* biome-ignore-start lint/a11y/useFocusableInteractive: nothing here is operated. */}
      <div role="table" aria-label="Sandbox and production compared" className="divide-y divide-default text-body">
        <div role="row" className={ROW}>
          <span role="columnheader" className="sr-only">
            What differs
          </span>
          <span role="columnheader" className="font-semibold md:col-start-2">
            <span aria-hidden="true" className="mb-2 block h-stripe max-w-24 hatch-sandbox" />
            Sandbox
          </span>
          <span role="columnheader" className="self-end font-semibold md:col-span-2">
            Production
          </span>
        </div>
        {ROWS.map((row) => (
          <div role="row" key={row.what} className={ROW}>
            <span role="rowheader" className="text-content-muted max-md:col-span-2 max-md:mb-1 max-md:text-dense">
              {row.what}
            </span>
            <span role="cell" className={row.mono ? "font-mono text-dense" : undefined}>
              {row.sandbox}
            </span>
            <span role="cell" className={row.mono ? "font-mono text-dense md:col-span-2" : "md:col-span-2"}>
              {row.production}
            </span>
          </div>
        ))}
      </div>
      {/* biome-ignore-end lint/a11y/useFocusableInteractive: see start. */}
      {/* biome-ignore-end lint/a11y/useSemanticElements: see start. */}
    </LandingSection>
  );
}
