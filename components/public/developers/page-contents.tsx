import { SECTIONS } from "@/components/public/developers/sections";

/** Where to find what: beside the text where there is room, folded above it where there is none. */
export function PageContents() {
  const links = (
    <ul className="flex flex-col">
      {SECTIONS.map(({ id, label }) => (
        <li key={id}>
          <a href={`#${id}`} className="block rounded-mark py-1 text-dense text-content-muted hover:text-content">
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      <details className="border-t border-default py-3 lg:hidden">
        <summary className="py-2 text-body font-medium">On this page</summary>
        <nav aria-label="On this page, folded">{links}</nav>
      </details>
      <nav aria-label="On this page" className="hidden self-start pt-8 lg:sticky lg:top-0 lg:block">
        <p className="mb-2 text-dense font-medium">On this page</p>
        {links}
      </nav>
    </>
  );
}
