import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";
import { singleton } from "@/lib/platform/singleton";

/** What one guess costs: scrypt's N as a power of two, r and p. */
type Cost = { ln: number; r: number; p: number };

/** 32 MiB, three times over: what OWASP's Password Storage Cheat Sheet asks of scrypt at the least. */
const COST: Cost = { ln: 15, r: 8, p: 3 };
/** What hashes cost that do not say so. */
const FORMER_COST: Cost = { ln: 15, r: 8, p: 1 };
const SALT_BYTES = 16;
const KEY_BYTES = 32;

const PHC = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/;

/** The cost of new hashes in this process. Whoever makes many passwords that guard nothing sets a lower one first. */
const cost = () => singleton("password-cost", () => COST);

/** Makes this process hash cheaply: for tests, whose time it would be otherwise. */
export const hashCheaply = () => singleton("password-cost", (): Cost => ({ ln: 4, r: 8, p: 1 }));

function derive(password: string, salt: Buffer, { ln, r, p }: Cost): Promise<Buffer> {
  const options: ScryptOptions = { N: 2 ** ln, r, p, maxmem: 256 * r * 2 ** ln };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize("NFKC"), salt, KEY_BYTES, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

const base64 = (bytes: Buffer) => bytes.toString("base64").replaceAll("=", "");

function written({ ln, r, p }: Cost, salt: Buffer, key: Buffer): string {
  return `$scrypt$ln=${ln},r=${r},p=${p}$${base64(salt)}$${base64(key)}`;
}

type Parsed = { cost: Cost; salt: Buffer; key: Buffer };

/** Also `scrypt.<salt>.<key>` in base64url, as hashes were written before they named their cost. */
function parse(hash: string): Parsed | null {
  const [, ln, r, p, salt, key] = PHC.exec(hash) ?? [];
  if (salt && key) {
    const cost = { ln: Number(ln), r: Number(r), p: Number(p) };
    return { cost, salt: Buffer.from(salt, "base64"), key: Buffer.from(key, "base64") };
  }
  const [scheme, formerSalt = "", formerKey = ""] = hash.split(".");
  if (scheme !== "scrypt") return null;
  return { cost: FORMER_COST, salt: Buffer.from(formerSalt, "base64url"), key: Buffer.from(formerKey, "base64url") };
}

/** A salted scrypt hash in the PHC string format, which names what it cost. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  return written(cost(), salt, await derive(password, salt, cost()));
}

/**
 * Whether `password` made `hash`; constant time in the comparison. Without a hash it is false, and costs what a real one
 * costs, so that an unknown account answers as slowly.
 */
export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
  const parsed = hash === null ? null : parse(hash);
  const key = await derive(password, parsed?.salt ?? Buffer.alloc(SALT_BYTES), parsed?.cost ?? cost());
  return parsed !== null && parsed.key.length === key.length && timingSafeEqual(key, parsed.key);
}

/** Whether a hash costs less to guess than a new one would. */
export function isOutdated(hash: string): boolean {
  const { ln, r, p } = parse(hash)?.cost ?? FORMER_COST;
  return 2 ** ln * r * p < 2 ** cost().ln * cost().r * cost().p;
}
