import { SCOPE_MEANINGS } from "@/components/admin/api-clients/api-client-words";
import { Checkbox } from "@/components/ui/checkbox";
import { API_SCOPES, type ApiScope } from "@/lib/domain/api-clients/scopes";

export type ScopeFieldsProps = { chosen: readonly ApiScope[]; onChange: (chosen: ApiScope[]) => void; error?: string };

/** Every scope as a box to tick, with what it opens. */
export function ScopeFields({ chosen, onChange, error }: ScopeFieldsProps) {
  return (
    <fieldset>
      <legend className="text-body font-medium">Scopes</legend>
      <div className="grid gap-x-4 md:grid-cols-2">
        {API_SCOPES.map((scope) => (
          <Checkbox
            key={scope}
            label={<span className="font-mono text-dense">{scope}</span>}
            hint={SCOPE_MEANINGS[scope]}
            checked={chosen.includes(scope)}
            onCheckedChange={(isChosen) =>
              onChange(isChosen ? [...chosen, scope] : chosen.filter((other) => other !== scope))
            }
          />
        ))}
      </div>
      <p aria-live="polite" className="text-dense text-danger">
        {error}
      </p>
    </fieldset>
  );
}
