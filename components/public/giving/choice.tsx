type ChoiceProps = {
  legend: string;
  name: string;
  options: readonly { value: string; label: string }[];
  defaultValue: string;
};

/** One of a few, as large targets. Radio buttons underneath: arrow keys choose, and no script is needed. */
export function Choice({ legend, name, options, defaultValue }: ChoiceProps) {
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="text-body font-medium">{legend}</legend>
      <div className="mt-2 flex flex-wrap gap-2">
        {options.map(({ value, label }) => (
          <label
            key={value}
            className="flex min-h-11 flex-1 basis-20 cursor-pointer items-center justify-center rounded-control border border-control bg-control px-3 text-body font-medium has-checked:border-accent has-checked:bg-accent-subtle has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
          >
            <input type="radio" name={name} value={value} defaultChecked={value === defaultValue} className="sr-only" />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
