import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { ApiError, call } from "@/lib/client/call";
import { clientEnvironment } from "@/lib/client/session";
import type { CallOf, Endpoint, ResponseOf } from "@/lib/contract/endpoint";

/** Options for `useQuery`: address, types and cache key come from the contract; the environment is part of the key. */
export function query<E extends Endpoint>(declared: E, input: CallOf<E>) {
  return queryOptions<ResponseOf<E>, ApiError>({
    queryKey: [declared.id, clientEnvironment(), input],
    queryFn: ({ signal }) => call(declared, input, signal),
  });
}

/** A mutation that keeps a contract; afterwards the named endpoints are read again. */
export function useCall<E extends Endpoint>(declared: E, options: { refresh?: readonly Endpoint[] } = {}) {
  const client = useQueryClient();
  return useMutation<ResponseOf<E>, ApiError, CallOf<E>>({
    mutationFn: (input) => call(declared, input),
    onSuccess: () =>
      Promise.all((options.refresh ?? []).map((one) => client.invalidateQueries({ queryKey: [one.id] }))),
  });
}

/** Only what may pass by itself is tried again: no answer, a limit, a server error. */
export function isWorthRetrying(failures: number, error: Error): boolean {
  if (failures >= 2) return false;
  return error instanceof ApiError && (error.status === 0 || error.status >= 500);
}
