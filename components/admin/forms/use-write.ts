"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ApiError, call } from "@/lib/client/call";
import type { CallOf, Endpoint, ResponseOf } from "@/lib/contract/endpoint";

type Write<E extends Endpoint> = { onDone: (answer: ResponseOf<E>) => void; refresh: readonly Endpoint[] };

/** A write on what a list shows. `onDone` runs before the list, which may hold it no more, is read again. */
export function useWrite<E extends Endpoint>(declared: E, { onDone, refresh }: Write<E>) {
  const client = useQueryClient();
  return useMutation<ResponseOf<E>, ApiError, CallOf<E>>({
    mutationFn: (input) => call(declared, input),
    onSuccess: (answer) => {
      onDone(answer);
      return Promise.all(refresh.map(({ id }) => client.invalidateQueries({ queryKey: [id] })));
    },
  });
}
