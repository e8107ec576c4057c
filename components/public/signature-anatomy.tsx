import { LandingSection } from "./landing-section";

// The second vector of the published signature tests: anyone can compute it again.
const PARTS = [
  { name: "Timestamp", value: "1767225660", note: "Unix seconds, as sent in X-Timestamp." },
  { name: "Method", value: "POST", note: "In capitals." },
  { name: "Path", value: "/v1/partner/actions/submit", note: "As it goes over the wire, query included." },
  {
    name: "Body hash",
    value: "f1fef3f931062588770d69230bf82259a0e0e83253d8a7fd0bddb8b66da275a3",
    note: "SHA-256 of the bytes you send, in hex.",
  },
];

const SIGNATURE = "441e0e2c8b7a11a3af849b654ec7ee80c81afc1f18e0128b9a29e74f736a04cb";
const VECTOR_SECRET = "8f1c0d5e2a7b46939c0e1f2d3a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d";

export function SignatureAnatomy() {
  return (
    <LandingSection
      title="Four parts, one signature"
      lead="Join four parts without separators and take the HMAC-SHA-256 with your signing secret. The values are those of a published test vector, so your code should arrive at the same last line."
    >
      <div className="rounded-card bg-subtle">
        <p className="flex flex-wrap gap-y-px p-4 md:p-6">
          {PARTS.map((part, position) => (
            <span
              key={part.name}
              className={
                position % 2 === 0
                  ? "bg-selected py-1 font-mono text-dense break-all"
                  : "py-1 font-mono text-dense break-all underline decoration-dotted underline-offset-4"
              }
            >
              {part.value}
            </span>
          ))}
        </p>
        <dl className="grid gap-4 px-4 pb-6 md:grid-cols-4 md:gap-6 md:px-6">
          {PARTS.map((part, position) => (
            <div key={part.name}>
              <dt className="text-body font-medium">
                <span className="mr-2 font-mono text-dense text-content-muted">{position + 1}</span>
                {part.name}
              </dt>
              <dd className="text-dense text-content-muted">{part.note}</dd>
            </div>
          ))}
        </dl>
        <dl className="rounded-b-card bg-accent-subtle p-4 md:px-6">
          <dt className="text-dense text-content-muted">Signing secret of the vector, used as text</dt>
          <dd className="mt-1 mb-3 font-mono text-dense break-all">{VECTOR_SECRET}</dd>
          <dt className="text-dense text-content-muted">X-Signature</dt>
          <dd className="mt-1 font-mono text-dense break-all">{SIGNATURE}</dd>
        </dl>
      </div>
    </LandingSection>
  );
}
