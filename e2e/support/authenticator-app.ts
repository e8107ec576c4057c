import { createHmac } from "node:crypto";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const STEP_SECONDS = 30;

/** The app on an administrator's phone, written from RFC 6238. It never shows a code twice: used ones are refused. */
export class AuthenticatorApp {
  private readonly key: Buffer;
  private lastStep = 0;

  /** Takes the secret as it stands beside the QR code: in base 32, in groups. */
  constructor(secret: string) {
    const letters = [...secret.replace(/\s/g, "")];
    const bits = letters.map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, "0")).join("");
    this.key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  }

  /** The code of now or, where that was shown, the one after it; servers allow for clocks that are half a minute off. */
  nextCode(): string {
    this.lastStep = Math.max(this.lastStep + 1, Math.floor(Date.now() / 1000 / STEP_SECONDS));
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(BigInt(this.lastStep));
    const mac = createHmac("sha1", this.key).update(counter).digest();
    const number = mac.readUInt32BE(mac.at(-1)! & 15) & 0x7fffffff;
    return String(number % 1_000_000).padStart(6, "0");
  }
}
