import { Checkbox } from "@/components/ui/checkbox";
import { PUBLISHABLE_SCOPES, SCOPES, type Scope } from "@/lib/domain/keys/scopes";

type KeyScopeFieldsProps = {
  keyType: "secret" | "publishable";
  isLimited: boolean;
  onLimitedChange: (isLimited: boolean) => void;
  scopes: readonly Scope[];
  onScopesChange: (scopes: Scope[]) => void;
  error?: string;
};

/** Scopes for those who want fewer than all. Without the limit a key may do all that its type can. */
export function KeyScopeFields(props: KeyScopeFieldsProps) {
  const { keyType, isLimited, onLimitedChange, scopes, onScopesChange, error } = props;
  const possible = keyType === "secret" ? SCOPES : PUBLISHABLE_SCOPES;
  const toggle = (scope: Scope, isChosen: boolean) =>
    onScopesChange(isChosen ? [...scopes, scope] : scopes.filter((other) => other !== scope));
  return (
    <div>
      <Checkbox
        label="Limit scopes"
        hint="Advanced. Without a limit the key may do all that its type can."
        checked={isLimited}
        onCheckedChange={onLimitedChange}
      />
      {isLimited && (
        <fieldset className="mt-2 grid gap-x-4 md:grid-cols-2">
          <legend className="sr-only">Scopes</legend>
          {possible.map((scope) => (
            <Checkbox
              key={scope}
              label={<span className="font-mono text-dense">{scope}</span>}
              checked={scopes.includes(scope)}
              onCheckedChange={(isChosen) => toggle(scope, isChosen)}
            />
          ))}
        </fieldset>
      )}
      <p aria-live="polite" className="text-dense text-danger">
        {error}
      </p>
    </div>
  );
}
