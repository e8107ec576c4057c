import type { Endpoint } from "@/lib/contract/endpoint";
import { givingEndpoints } from "@/lib/contract/giving-endpoints";

const BY_KEY: readonly Endpoint["auth"][] = ["widget", "signed", "signed-secret"];

/** Beginnings of the paths that a key can call, as far as they hold no id, in the order of the alphabet. */
export const FAULT_PATHS: readonly string[] = [
  ...new Set(givingEndpoints.filter(({ auth }) => BY_KEY.includes(auth)).map(({ path }) => path.split("/:")[0]!)),
].toSorted();
