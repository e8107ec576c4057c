import { accessToken, clientEnvironment, forgetAccessToken, SignedOut } from "@/lib/client/session";
import { type CallOf, type Endpoint, fieldsOf, type ResponseOf } from "@/lib/contract/endpoint";

type Problem = {
  statusCode: number;
  code: string;
  message: string;
  details?: { field?: string; issue: string }[] | Record<string, unknown>;
  requestId: string;
};

/** An answer outside 2xx, or none at all (`NETWORK_ERROR`, status 0). `code` is the contract's. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: Problem["details"];
  readonly requestId: string | null;

  constructor(problem: Partial<Problem> & { code: string; message: string }) {
    super(problem.message);
    this.name = "ApiError";
    this.status = problem.statusCode ?? 0;
    this.code = problem.code;
    this.details = problem.details;
    this.requestId = problem.requestId ?? null;
  }

  /** What the answer says about one field of the form, if anything. */
  issueOf(field: string): string | undefined {
    if (!Array.isArray(this.details)) return undefined;
    return this.details.find((detail) => detail.field === field)?.issue;
  }
}

type Input = Record<string, unknown>;

function addressOf(declared: Endpoint, input: Input): { url: string; rest: Input } {
  const rest = { ...input };
  const path = declared.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name];
    delete rest[name];
    return encodeURIComponent(String(value));
  });
  const search = new URLSearchParams();
  const inQuery = declared.body ? fieldsOf(declared.query) : Object.keys(rest);
  for (const name of inQuery) {
    const value = rest[name];
    delete rest[name];
    if (value === undefined || value === null || value === "") continue;
    search.set(name, value instanceof Date ? value.toISOString() : String(value));
  }
  const text = search.toString();
  return { url: text ? `${path}?${text}` : path, rest };
}

async function credentials(declared: Endpoint): Promise<Record<string, string>> {
  if (declared.auth === "none") return {};
  const environment = clientEnvironment();
  const authorization = `Bearer ${await accessToken()}`;
  return declared.auth === "admin" ? { authorization } : { authorization, "x-partner-environment": environment };
}

async function send(declared: Endpoint, input: Input, signal?: AbortSignal): Promise<Response> {
  const { url, rest } = addressOf(declared, input);
  try {
    const headers = await credentials(declared);
    if (declared.body) headers["content-type"] = "application/json";
    return await fetch(url, {
      method: declared.method,
      headers,
      body: declared.body ? JSON.stringify(rest) : undefined,
      signal,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    if (error instanceof SignedOut) {
      throw new ApiError({ statusCode: 401, code: "INVALID_TOKEN", message: "The session has ended. Sign in again." });
    }
    throw new ApiError({
      code: "NETWORK_ERROR",
      message: "The server did not answer. Check the connection and retry.",
    });
  }
}

/** Reads both envelopes: the giving API's, and the directory's `{ error, code }` with its codes in lower case. */
async function problemOf(response: Response): Promise<ApiError> {
  const body = await response.json().catch(() => null);
  // The giving API's names its status; its `error` is the reason phrase.
  if (body && typeof body.code === "string" && body.statusCode === undefined) {
    const requestId = response.headers.get("x-request-id") ?? undefined;
    const [statusCode, code] = [response.status, body.code.toUpperCase()];
    return new ApiError({ statusCode, code, message: body.error, ...(requestId && { requestId }) });
  }
  if (body && typeof body.code === "string") return new ApiError(body);
  return new ApiError({
    statusCode: response.status,
    code: "UNREADABLE_ANSWER",
    message: `The server answered ${response.status} without a readable body.`,
  });
}

/** The answer of an endpoint to the signed-in person, once more with a fresh token where the old one had ended. */
async function answerOf(declared: Endpoint, input: Input, signal?: AbortSignal): Promise<Response> {
  let response = await send(declared, input, signal);
  if (response.status === 401 && declared.auth !== "none") {
    const problem = await problemOf(response);
    if (problem.code !== "TOKEN_EXPIRED" && problem.code !== "INVALID_TOKEN") throw problem;
    forgetAccessToken();
    response = await send(declared, input, signal);
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

/** Calls an endpoint of the contract as the signed-in person, partners in the environment the portal shows. Throws `ApiError`. */
export async function call<E extends Endpoint>(
  declared: E,
  input: CallOf<E>,
  signal?: AbortSignal,
): Promise<ResponseOf<E>> {
  const response = await answerOf(declared, input as Input, signal);
  // The server passed the answer through the same contract's response schema.
  return (response.status === 204 ? undefined : await response.json()) as ResponseOf<E>;
}

const FILE_NAME = /filename="?([^";]+)"?/;

/** An answer as a file: its text as it came, under the name that the server gave it, if it did. Throws `ApiError`. */
export async function callForFile<E extends Endpoint>(
  declared: E,
  input: CallOf<E>,
): Promise<{ name: string | undefined; type: string; text: string }> {
  const response = await answerOf(declared, input as Input);
  return {
    name: FILE_NAME.exec(response.headers.get("content-disposition") ?? "")?.[1],
    type: response.headers.get("content-type") ?? "text/plain",
    text: await response.text(),
  };
}
