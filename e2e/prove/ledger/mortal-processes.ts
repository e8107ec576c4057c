import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import type { Done, Order } from "@/e2e/prove/ledger/serve-operations";
import type { Answer } from "@/lib/domain/giving/ledger/model/operations";
import type { Runner } from "@/lib/domain/giving/ledger/model/prove-in-crowd";

type Pending = { resolve(answer: Answer | null): void; reject(error: Error): void };

/** One process that does operations. What it leaves undone when it dies is answered with null. */
class MortalProcess {
  private readonly pending = new Map<number, Pending>();
  private readonly child: ChildProcess;
  private count = 0;

  constructor() {
    this.child = fork("e2e/prove/ledger/serve-operations.ts", {
      execArgv: ["--import", "tsx"],
      // Dates stay dates on the way.
      serialization: "advanced",
    });
    this.child.on("message", ({ n, answer, error }: Done) => {
      const waiting = this.pending.get(n);
      this.pending.delete(n);
      if (error === undefined) waiting?.resolve(answer!);
      else waiting?.reject(new Error(error));
    });
    this.child.once("exit", () => {
      for (const { resolve } of this.pending.values()) resolve(null);
      this.pending.clear();
    });
  }

  run(order: Omit<Order, "n">): Promise<Answer | null> {
    this.count += 1;
    const n = this.count;
    return new Promise((resolve, reject) => {
      this.pending.set(n, { resolve, reject });
      // Who died while the order was on its way is told by its exit.
      this.child.send({ n, ...order }, () => {});
    });
  }

  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, "exit");
    this.child.kill("SIGKILL");
    await gone;
  }
}

/** Several processes that share the work, each of which can be killed at any moment; another takes its place. */
export class MortalProcesses {
  private readonly processes: MortalProcess[];
  private turn = 0;
  kills = 0;
  unheard = 0;

  constructor(count: number) {
    this.processes = Array.from({ length: count }, () => new MortalProcess());
  }

  readonly run: Runner = async (world, operation, at, requestId) => {
    this.turn += 1;
    const chosen = this.processes[this.turn % this.processes.length]!;
    const answer = await chosen.run({ world, operation, at, requestId });
    if (answer === null) this.unheard += 1;
    return answer;
  };

  async killOne(): Promise<void> {
    this.kills += 1;
    const place = this.kills % this.processes.length;
    const victim = this.processes[place]!;
    this.processes[place] = new MortalProcess();
    await victim.kill();
  }

  async end(): Promise<void> {
    await Promise.all(this.processes.map((each) => each.kill()));
  }
}
