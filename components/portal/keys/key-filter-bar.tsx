import { countKeys, type KeyFilters } from "@/components/portal/keys/arrange-keys";
import { ENVIRONMENT_WORDS, KEY_STATE_LOOKS, type KeyState } from "@/components/portal/keys/key-state";
import { FilterBar } from "@/components/ui/filter-bar";
import type { Key } from "@/lib/domain/keys/schemas";
import type { Environment } from "@/lib/domain/shared/schemas";

type Chosen = { environment: Environment[] | null; status: KeyState[] | null };
type KeyFilterBarProps = KeyFilters & { all: readonly Key[]; onChange: (chosen: Chosen) => void };

export function KeyFilterBar({ all, environments, states, onChange }: KeyFilterBarProps) {
  const counts = countKeys(all, new Date());
  return (
    <FilterBar
      filters={[
        {
          key: "status",
          label: "Status",
          options: counts.states.map((option) => ({ ...option, label: KEY_STATE_LOOKS[option.value].word })),
        },
        {
          key: "environment",
          label: "Environment",
          options: counts.environments.map((option) => ({ ...option, label: ENVIRONMENT_WORDS[option.value] })),
        },
      ]}
      values={{ environment: environments, status: states }}
      // The bar hands back values of the options above.
      onValuesChange={(values) =>
        onChange({
          environment: (values.environment ?? []) as Environment[],
          status: (values.status ?? []) as KeyState[],
        })
      }
    />
  );
}
