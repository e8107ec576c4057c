import type { Auth, AuthOf, Endpoint, InputOf, Method, ResponseOf } from "@/lib/contract/endpoint";
import type { AdminCtx, ClientCtx, Ctx, PartnerCtx, UserCtx } from "@/lib/domain/context";
import type { Replayed } from "@/lib/domain/idempotency/replayed";
import type { Download } from "@/lib/domain/shared/download";
import type { Existing } from "@/lib/domain/shared/existing";
import type { Prepared } from "@/lib/domain/shared/prepared";
import type { Surface } from "@/lib/http/surface";

/** Ready-made `data` is for answers that have one. */
type PreparedOf<R> = R extends { data: unknown } ? Prepared<R> : never;

type CtxFor<A extends Auth> = A extends keyof OwnCtx ? OwnCtx[A] : PartnerCtx;

/** What a verb knows of its caller, where that is not a partner in an environment. */
type OwnCtx = { none: Ctx; token: UserCtx; admin: AdminCtx; scoped: ClientCtx };

/** The function that keeps an endpoint's promise; one of another shape does not compile beside it. */
export type Verb<E extends Endpoint> = (
  ctx: CtxFor<AuthOf<E>>,
  input: InputOf<E>,
) => Promise<ResponseOf<E> | Replayed<ResponseOf<E>> | Existing<ResponseOf<E>> | PreparedOf<ResponseOf<E>> | Download>;

/** A verb after the compiler has checked it: the pipeline calls every verb alike. */
export type AnyVerb = (ctx: unknown, input: unknown) => Promise<unknown>;

/** `surface` answers for the route; tables of several APIs may stand under one prefix. */
export type Route = { endpoint: Endpoint; verb: AnyVerb; surface: Surface };

type Node = {
  literals: Map<string, Node>;
  parameter: Node | null;
  methods: Map<Method, { route: Route; names: string[] }>;
};

export type Match =
  | { kind: "route"; route: Route; params: Record<string, string> }
  | { kind: "method"; allow: string[]; cors: boolean }
  | { kind: "none" };

const newNode = (): Node => ({ literals: new Map(), parameter: null, methods: new Map() });

/** Which verb keeps which contract. Literal segments win over parameters; nothing is decoded before it matched. */
export class RouteTable {
  readonly surface: Surface;
  readonly routes: readonly Route[];
  private readonly root = newNode();
  /** Paths without parameters are most of the traffic. */
  private readonly exact = new Map<string, Node>();

  constructor(surface: Surface, routes: readonly Route[]) {
    this.surface = surface;
    this.routes = routes;
    for (const route of routes) this.add(route);
  }

  private add(route: Route): void {
    const { path, method } = route.endpoint;
    const names: string[] = [];
    let node = this.root;
    for (const segment of path.slice(1).split("/")) {
      if (segment.startsWith(":")) {
        names.push(segment.slice(1));
        node.parameter ??= newNode();
        node = node.parameter;
        continue;
      }
      let next = node.literals.get(segment);
      if (!next) {
        next = newNode();
        node.literals.set(segment, next);
      }
      node = next;
    }
    if (node.methods.has(method)) throw new Error(`${method} ${path} stands twice in the table`);
    node.methods.set(method, { route, names });
    if (names.length === 0) this.exact.set(path, node);
  }

  match(method: string, pathname: string): Match {
    const values: string[] = [];
    const node = this.exact.get(pathname) ?? find(this.root, pathname.slice(1).split("/"), 0, values);
    if (!node) return { kind: "none" };
    const entry = node.methods.get(method as Method);
    if (!entry) {
      const entries = [...node.methods.entries()];
      const cors = entries.some(([, { route }]) => route.endpoint.auth === "widget");
      return { kind: "method", allow: [...entries.map(([name]) => name), "OPTIONS"], cors };
    }
    const params: Record<string, string> = {};
    for (const [index, name] of entry.names.entries()) {
      const value = decode(values[index]!);
      if (value === null) return { kind: "none" };
      params[name] = value;
    }
    return { kind: "route", route: entry.route, params };
  }
}

/** The node a path leads to; fills `values` with the segments that parameters took, in their order. */
function find(node: Node, segments: readonly string[], depth: number, values: string[]): Node | null {
  if (depth === segments.length) return node.methods.size > 0 ? node : null;
  const segment = segments[depth]!;
  const literal = node.literals.get(segment);
  const found = literal ? find(literal, segments, depth + 1, values) : null;
  if (found) return found;
  if (!node.parameter || segment === "") return null;
  values.push(segment);
  const taken = find(node.parameter, segments, depth + 1, values);
  if (!taken) values.pop();
  return taken;
}

/** NUL and broken percent-encoding name nothing we have. */
function decode(segment: string): string | null {
  try {
    const value = decodeURIComponent(segment);
    return value.includes("\u0000") ? null : value;
  } catch {
    return null;
  }
}

/** Builds a surface's table; each line is an endpoint and its verb. */
export function routes<const E extends readonly Endpoint[]>(
  surface: Surface,
  table: { [K in keyof E]: readonly [E[K], Verb<E[K]>] },
): RouteTable {
  // Each pair was checked above; from here on the pipeline hands every verb what its endpoint's schemas produced.
  const pairs = table as unknown as readonly (readonly [Endpoint, AnyVerb])[];
  return new RouteTable(
    surface,
    pairs.map(([endpoint, verb]) => ({ endpoint, verb, surface })),
  );
}

/** Tables that share a prefix as one; what fits none of them is answered by the first one's surface. */
export function joinRoutes(first: RouteTable, ...others: readonly RouteTable[]): RouteTable {
  return new RouteTable(
    first.surface,
    [first, ...others].flatMap((table) => table.routes),
  );
}
