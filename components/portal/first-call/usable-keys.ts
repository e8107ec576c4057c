import { isServed, keyState } from "@/components/portal/keys/key-state";
import type { Key } from "@/lib/domain/keys/schemas";
import type { Environment } from "@/lib/domain/shared/schemas";

/** Keys that can sign a call now, in this environment, newest first. */
export function usableKeys(keys: readonly Key[], environment: Environment, now: Date): Key[] {
  return keys.filter(
    (key) => key.environment === environment && key.keyType === "secret" && isServed(keyState(key, now)),
  );
}
