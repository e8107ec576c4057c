/** Nothing was sent: the URL, its host or a header is not allowed. The reason may be shown to whoever gave the URL. */
export class EgressRefused extends Error {
  constructor(readonly reason: string) {
    super(reason);
    this.name = "EgressRefused";
  }
}

export type EgressFailureKind = "dns" | "connect" | "timeout" | "tls" | "reset" | "protocol";

/** The exchange was allowed and did not work out. The message may be shown: it holds neither URL, address nor header. */
export class EgressFailed extends Error {
  durationMs = 0;

  constructor(
    readonly kind: EgressFailureKind,
    message: string,
  ) {
    super(message);
    this.name = "EgressFailed";
  }
}

export type Phase = "connect" | "tls" | "answer";

/** Puts an error of a socket or parser into one of our kinds, by how far the exchange had come. */
export function describeFailure(error: unknown, phase: Phase): EgressFailed {
  const code = codeOf(error);
  const suffix = bracketedCode(error);
  if (code === "ETIMEDOUT") return new EgressFailed("timeout", "The host did not answer in time.");
  if (phase === "connect") return new EgressFailed("connect", `No connection could be made${suffix}.`);
  if (phase === "tls" || /^ERR_(SSL|TLS)_/.test(code)) {
    return new EgressFailed("tls", `No trusted TLS connection could be made${suffix}.`);
  }
  if (code.startsWith("HPE_")) return new EgressFailed("protocol", `The answer was not valid HTTP${suffix}.`);
  return new EgressFailed("reset", `The connection was closed before the answer was complete${suffix}.`);
}

/** The system's own code for an error, such as " (ECONNREFUSED)". */
export function bracketedCode(error: unknown): string {
  const code = codeOf(error);
  return code ? ` (${code})` : "";
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : "";
  return typeof code === "string" ? code : "";
}
