import { GIVING_TAGS, givingEndpoints } from "@/lib/contract/giving-endpoints";

/** Every endpoint in one plain list, for readers without scripts. */
export function EndpointList() {
  return (
    <div className="mx-auto max-w-content px-4 py-8 md:px-6">
      <h1 className="text-title font-semibold">API reference</h1>
      <p className="mt-2 text-content-muted">
        The interactive reference needs JavaScript. Below is every endpoint; the whole document is at{" "}
        <a className="link" href="/partner-api/openapi.json">
          /partner-api/openapi.json
        </a>
        , and every error code has{" "}
        <a className="link" href="/errors">
          a page
        </a>
        .
      </p>
      {GIVING_TAGS.map(({ name, description }) => (
        <section key={name} className="mt-8">
          <h2 className="text-section font-semibold">{name}</h2>
          <p className="text-content-muted">{description}</p>
          <ul className="mt-2 divide-y divide-default">
            {givingEndpoints
              .filter(({ tag }) => tag === name)
              .map(({ id, method, path, summary }) => (
                <li key={id} className="flex flex-wrap gap-x-4 py-2">
                  <code className="font-mono text-dense">{`${method} ${path}`}</code>
                  <span className="text-content-muted">{summary}</span>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
