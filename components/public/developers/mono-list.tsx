/** Names from the API, side by side. */
export function MonoList({ names }: { names: readonly string[] }) {
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-1 font-mono text-dense">
      {names.map((name) => (
        <li key={name} className="break-all">
          {name}
        </li>
      ))}
    </ul>
  );
}
