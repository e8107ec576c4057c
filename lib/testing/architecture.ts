import type { SourceFile } from "@/lib/testing/source-files";

const PURE = "pure files";
const APP = [
  "app",
  "components",
  "lib/http",
  "lib/contract",
  "lib/auth",
  "lib/client",
  "lib/errors",
  "lib/platform/env",
];
const LEAVES = ["inngest/client", "inngest/events"];

/** Who may import what, the most particular folder first. Each folder may import itself; packages are free, see below. */
const MAY_IMPORT: [from: string, may: string[]][] = [
  ["server", ["components", "lib/http", "lib/contract", "lib/auth", "lib/platform", "inngest/embedded-driver"]],
  ["app/api/inngest", [...APP, "inngest"]],
  ["app", APP],
  ["components/ui", []],
  ["components", ["lib/client", "lib/contract", "lib/errors", PURE]],
  ["inngest/functions", [...LEAVES, "lib/domain"]],
  ["inngest/client", [...LEAVES, "lib/platform", PURE]],
  ["inngest/events", [...LEAVES, PURE]],
  ["inngest", ["lib/domain", "lib/platform"]],
  ["lib/http", ["lib/contract", "lib/domain", "lib/auth", "lib/platform", "lib/errors", ...LEAVES]],
  ["lib/contract", ["lib/errors", PURE]],
  ["lib/client", ["lib/contract", "lib/errors", PURE]],
  ["lib/auth", ["lib/domain", "lib/platform", "lib/errors", "db"]],
  ["lib/domain", ["db", "lib/mail", "lib/platform", "lib/errors"]],
  // What mails look like: pure functions of their facts, and the one place on the server that knows React.
  ["lib/mail", [PURE]],
  ["lib/platform", []],
  ["lib/errors", []],
  ["lib/testing", ["components", "lib", "db", "inngest"]],
  // Commands: a few lines that run a verb from the command line.
  ["db/run-seed", ["db", "lib/domain", "lib/platform"]],
  ["db/run-import-organizations", ["db", "lib/domain", "lib/platform"]],
  ["db/run-ledger-check", ["db", "lib/domain", "lib/platform"]],
  ["db/run-audit-verify", ["db", "lib/domain", "lib/platform"]],
  ["db", ["lib/platform", PURE]],
  // Two that are no clients: a server of the bench, and the proof of the ledger, which does what no endpoint does.
  ["e2e/bench/hot-pool-server", ["lib", "inngest"]],
  ["e2e/prove/ledger", ["db", "lib/domain", "lib/platform"]],
  ["e2e", ["db/testing"]],
  // Packages that partners install: nothing of ours comes along.
  ["sdk", []],
];

const BROWSER_SAFE = /^(?!node:)(?!(fs|crypto|path|os|net|http|https|child_process|postgres|drizzle-orm|pino)(\/|$))/;
const NO_FRAMEWORK = /^(?!(next|react|react-dom|next-auth)(\/|$))/;
const NO_FRAMEWORK_NOR_QUEUE = /^(?!(next|react|react-dom|next-auth|inngest)(\/|$))/;

/** Which packages a folder may import, where that is not any. */
const PACKAGES: [from: string, may: RegExp][] = [
  [PURE, /^zod(\/|$)/],
  ["lib/domain", NO_FRAMEWORK_NOR_QUEUE],
  ["lib/http/adapters", /./],
  ["lib/http", NO_FRAMEWORK],
  ["lib/mail", /^(react|@react-email)(\/|$)/],
  ["lib/contract", NO_FRAMEWORK_NOR_QUEUE],
  ["inngest", NO_FRAMEWORK],
  ["db", NO_FRAMEWORK_NOR_QUEUE],
  ["lib/client", BROWSER_SAFE],
  ["components", BROWSER_SAFE],
  ["sdk", /^(crypto|timers\/promises)$/],
];

/** Beside what it tests: the tools of tests, the rows that prove an effect, and what has no domain words. */
const TESTS_MAY_IMPORT = ["lib/testing", "db", "lib/platform"];

/** Calls to other hosts go through one guarded module. These are it, the servers, the browser's side, and tests. */
const MAY_USE_NETWORK = [
  "lib/platform/safe-fetch",
  "lib/platform/kept-connections",
  "lib/platform/address-guard",
  "lib/platform/redis",
  "lib/platform/postgres-cluster",
  "lib/http/adapters",
  "lib/client",
  // On pages of others, where it is a client of its own.
  "components/widget",
  "lib/testing",
  "server",
  "e2e",
  // Runs at the partner's.
  "sdk",
];
const NETWORK_PACKAGE = /^(http|https|http2|net|tls|dgram|undici|axios|got|node-fetch)(\/|$)/;
const ADDRESS_ARITHMETIC = ["isIP", "isIPv4", "isIPv6", "BlockList", "STATUS_CODES"];

const FORBIDDEN_NAME = /(^|-)(utils?|helpers?|common|manager|data|handle)$|^handle-/;

const TOP_LEVEL = [
  ...["app", "components", "lib", "db", "inngest", "e2e", "sdk", "public", "server.ts", "README.md", "LICENSE"],
  ...["package.json", "package-lock.json", "tsconfig.json", "biome.json", "next.config.ts", "postcss.config.mjs"],
  ...["instrumentation.ts", "proxy.ts"],
  // Made by tools and ignored by git.
  ...["node_modules", "next-env.d.ts", "tsconfig.tsbuildinfo", "screenshots", "test-results", "playwright-report"],
];

/** Every breach of the architecture among these files, one sentence each. */
export function violations(files: SourceFile[]): string[] {
  return [...files.flatMap(violationsOf), ...circles(files)];
}

function violationsOf(file: SourceFile): string[] {
  return [
    ...file.imports.flatMap((each) => (each.isOurs ? forbiddenArrow(file, each.target) : forbiddenPackage(file, each))),
    ...(file.waysOut.length > 0 && !mayUseNetwork(file.path)
      ? [`${file.path} uses ${file.waysOut[0]}: use lib/platform/safe-fetch`]
      : []),
    ...(file.onlyReExports || /(^|\/)index\.tsx?$/.test(file.path)
      ? [`${file.path} is a barrel: import the file that has the thing`]
      : []),
    ...nameParts(file.path)
      .filter((part) => FORBIDDEN_NAME.test(part))
      .map((part) => `${file.path} is named "${part}", which says nothing`),
  ];
}

/** Files that import one another, types included: none of them can be understood before the others. */
function circles(files: SourceFile[]): string[] {
  const targets = new Map(
    files.map(({ path, imports }) => [
      path.replace(/\.[a-z]+$/, ""),
      imports.filter(({ isOurs }) => isOurs).map(({ target }) => target),
    ]),
  );
  const seen = new Set<string>();
  const follow = (name: string, trail: string[]): string[] => {
    if (trail.includes(name)) return [[...trail.slice(trail.indexOf(name)), name].join(" imports ")];
    if (seen.has(name)) return [];
    seen.add(name);
    return (targets.get(name) ?? []).flatMap((target) => follow(target, [...trail, name]));
  };
  return [...targets.keys()].flatMap((name) => follow(name, []));
}

/** What stands at the top of the tree and should not. Hidden entries belong to tools. */
export function strangersAtTheTop(entries: string[]): string[] {
  return entries.filter((entry) => !entry.startsWith(".") && !TOP_LEVEL.includes(entry));
}

function forbiddenArrow({ path }: SourceFile, target: string): string[] {
  if (isTest(path) && [folderOf(path), ...TESTS_MAY_IMPORT].some((folder) => lies(target, folder))) return [];
  const problem = surfaceProblem(path, target) ?? layerProblem(path, target);
  return problem ? [`${path} imports ${target}: ${problem}`] : [];
}

function layerProblem(path: string, target: string): string | null {
  if (isPure(path) && !isTest(path)) {
    const isAllowed = isPure(target) || lies(target, "lib/errors");
    return isAllowed ? null : "a pure file imports only zod, lib/errors and other pure files";
  }
  const rule = MAY_IMPORT.find(([from]) => lies(path, from));
  if (!rule) return "this folder has no rule";
  const [from, may] = rule;
  const isAllowed = [from, ...may].some((each) => (each === PURE ? isPure(target) : lies(target, each)));
  return isAllowed ? null : `${from} may not`;
}

/** Shared nouns know neither surface, and the surfaces do not know one another. */
function surfaceProblem(path: string, target: string): string | null {
  const [from, to] = [surfaceOf(path), surfaceOf(target)];
  if (from === null || to === null || to === "shared" || from === to) return null;
  return `${from} nouns do not know ${to} nouns`;
}

function surfaceOf(path: string): "giving" | "directory" | "shared" | null {
  if (!lies(path, "lib/domain")) return null;
  if (lies(path, "lib/domain/giving")) return "giving";
  return lies(path, "lib/domain/directory") ? "directory" : "shared";
}

function forbiddenPackage({ path }: SourceFile, imported: SourceFile["imports"][number]): string[] {
  const { target } = imported;
  if (isTest(path)) return [];
  const rule = PACKAGES.find(([from]) => (from === PURE ? isPure(path) : lies(path, from)));
  if (rule && !rule[1].test(target)) return [`${path} imports the package ${target}: ${rule[0]} may not`];
  const isForbidden = canCallOut(imported) && !mayUseNetwork(path);
  return isForbidden ? [`${path} imports ${target}: use lib/platform/safe-fetch`] : [];
}

function canCallOut({ target, isTypeOnly, names }: SourceFile["imports"][number]): boolean {
  const isHarmless = isTypeOnly || (names.length > 0 && names.every((name) => ADDRESS_ARITHMETIC.includes(name)));
  return NETWORK_PACKAGE.test(target) && !isHarmless;
}

function mayUseNetwork(path: string): boolean {
  return isTest(path) || MAY_USE_NETWORK.some((each) => lies(path, each));
}

function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path);
}

/** What a noun is called and may hold, and the arithmetic of rewards: a preview in the browser counts as the server does. */
function isPure(path: string): boolean {
  const name =
    /^lib\/domain\/(.*\/)?(schemas|scopes|event-types|statuses|amounts|reward|reversal-shares|duration)(\.ts)?$/;
  return name.test(path);
}

/** Whether a path is this file or stands below this folder. */
function lies(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`) || path.replace(/(\.test)?\.[a-z]+$/, "") === place;
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/"));
}

/** Folder names and the file's name, without extensions and Next's brackets. */
function nameParts(path: string): string[] {
  return path.split("/").map((part) => part.replace(/\..*$/, "").replace(/[[\]().]/g, ""));
}
