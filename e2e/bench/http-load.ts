import { connect, type Socket } from "node:net";
import type { Source } from "@/e2e/bench/requests";

export type Slice = { perSecond: number; latenciesMs: number[]; answers: number };

/** Answers are not counted at first: what one slice leaves for after the answer, the next one must bear as well. */
export const LEAD_IN_MS = 300;

/**
 * Keeps `connections` connections busy, one request at a time on each, for `durationMs` or until there is nothing more to
 * send. Throws at the first answer that is not `200`: a bench that measures refusals lies.
 */
export async function load(
  port: number,
  { connections, durationMs, next }: { connections: number; durationMs: number; next: Source },
): Promise<Slice> {
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(port)));
  const beginsAt = performance.now() + LEAD_IN_MS;
  const endsAt = beginsAt + durationMs;
  const latenciesMs: number[] = [];
  let answers = 0;

  const drive = async (socket: Socket) => {
    while (true) {
      const sentAt = performance.now();
      const request = sentAt < endsAt ? next() : undefined;
      if (!request) return;
      const answer = await exchange(socket, request);
      if (answer.slice(9, 12) !== "200") throw new Error(`The server answered:\n\n${answer}`);
      answers++;
      const answeredAt = performance.now();
      if (answeredAt >= beginsAt && answeredAt <= endsAt) latenciesMs.push(answeredAt - sentAt);
    }
  };
  try {
    await Promise.all(sockets.map(drive));
  } finally {
    for (const socket of sockets) socket.destroy();
  }
  const seconds = (Math.min(performance.now(), endsAt) - beginsAt) / 1000;
  return { perSecond: latenciesMs.length / seconds, latenciesMs, answers };
}

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    socket.setEncoding("latin1");
    socket.once("error", reject);
    socket.once("connect", () => resolve(socket));
  });
}

/** Sends one request and reads its answer to the end: by its length, or by the last chunk. */
function exchange(socket: Socket, request: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = "";
    const onData = (chunk: string) => {
      answer += chunk;
      if (isWhole(answer)) settle(() => resolve(answer));
    };
    const onClose = () => settle(() => reject(new Error("The server closed a connection.")));
    const settle = (act: () => void) => {
      socket.off("data", onData).off("close", onClose);
      act();
    };
    socket.on("data", onData).on("close", onClose);
    socket.write(request);
  });
}

const LENGTH = /\r\ncontent-length: (\d+)\r\n/i;

function isWhole(answer: string): boolean {
  const headEnd = answer.indexOf("\r\n\r\n");
  if (headEnd === -1) return false;
  const length = LENGTH.exec(answer);
  // A body may say anything: only the head's own length counts.
  if (length && length.index < headEnd) return answer.length >= headEnd + 4 + Number(length[1]);
  return answer.endsWith("\r\n0\r\n\r\n");
}
