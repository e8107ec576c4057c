import { z } from "zod";
import { ObjectId, text } from "@/lib/domain/shared/schemas";

export const ResetSandbox = z.strictObject({ confirm: text(1, 120).meta({ example: "acme-outdoor" }) });
export type ResetSandbox = z.output<typeof ResetSandbox>;

/** `tokenPoolId` is the fresh default pool; `tokensWithdrawn` is what the closed ones still held. */
export const SandboxReset = z
  .object({
    tokenPoolId: ObjectId,
    poolsClosed: z.int(),
    tokensWithdrawn: z.int(),
    campaignsCompleted: z.int(),
    faultsCleared: z.int(),
  })
  .meta({ id: "SandboxReset" });
export type SandboxReset = z.output<typeof SandboxReset>;
