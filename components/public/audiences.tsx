import { LandingSection } from "./landing-section";

const AUDIENCES = [
  {
    who: "Developers",
    comesFor: "A key, a first call, a webhook that verifies.",
    gets: "Every refused request keeps its error code, its cause and the next step. Faults such as a rate limit can be staged in the sandbox, so that retries are tested before they matter.",
  },
  {
    who: "Operations",
    comesFor: "Usage, quota, evidence, the way to go-live.",
    gets: "The go-live checklist reads recorded traffic instead of asking for ticks. Exports follow the filters on the screen, and the number in the file is the number on the page.",
  },
  {
    who: "Administrators",
    comesFor: "A queue of things to decide, and the facts to decide on.",
    gets: "One screen per decision, with a reason that is kept. Who did what, and when, stays in an audit trail that nobody edits.",
  },
];

export function Audiences() {
  return (
    <LandingSection
      title="Who it is for"
      lead="The portal is a client of the same API your servers call. What it shows, your code can read."
    >
      <div className="grid divide-default max-md:divide-y md:grid-cols-3 md:divide-x">
        {AUDIENCES.map((audience) => (
          <article key={audience.who} className="py-6 md:px-6 md:py-0 md:first:pl-0 md:last:pr-0">
            <h3 className="text-section font-semibold">{audience.who}</h3>
            <p className="mt-1 text-body font-medium text-content-muted">{audience.comesFor}</p>
            <p className="mt-3 text-body text-content-muted">{audience.gets}</p>
          </article>
        ))}
      </div>
    </LandingSection>
  );
}
