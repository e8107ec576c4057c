import { LedgerDriver, type LedgerWorld } from "@/lib/domain/giving/ledger/model/ledger-driver";
import type { Answer, Operation } from "@/lib/domain/giving/ledger/model/operations";

// A process of its own that does operations, as a server would, until it is killed.

export type Order = { n: number; world: LedgerWorld; operation: Operation; at: number; requestId: string };
export type Done = { n: number; answer?: Answer; error?: string };

const tell = (done: Done) => process.send?.(done);

process.on("message", ({ n, world, operation, at, requestId }: Order) => {
  new LedgerDriver(world).run(operation, new Date(at), requestId).then(
    (answer) => tell({ n, answer }),
    (error: Error) => tell({ n, error: `${error.stack}\n${(error.cause as Error | undefined)?.stack ?? ""}` }),
  );
});
process.once("disconnect", () => process.exit(0));
