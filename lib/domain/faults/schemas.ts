import { z } from "zod";
import { IsoTime, ObjectId, text } from "@/lib/domain/shared/schemas";

export const FAULT_KINDS = ["RATE_LIMIT", "SERVER_ERROR", "INSUFFICIENT_POOL", "TIMEOUT"] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export const FAULT_COUNT_MAX = 20;

export const CreateFault = z.strictObject({
  kind: z.enum(FAULT_KINDS),
  count: z.int().min(1).max(FAULT_COUNT_MAX).meta({ example: 2 }),
  pathPrefix: text(1, 200)
    .regex(/^\/v1\/partner\//, "must begin with /v1/partner/")
    .optional()
    .meta({ example: "/v1/partner/actions" }),
  retryAfterSeconds: z.int().min(1).max(60).optional().meta({ example: 5 }),
});
export type CreateFault = z.output<typeof CreateFault>;

/** `remaining` is how many requests have yet to meet it. */
export const Fault = z
  .object({
    id: ObjectId,
    kind: z.enum(FAULT_KINDS),
    count: z.int(),
    remaining: z.int(),
    pathPrefix: z.string().nullable(),
    retryAfterSeconds: z.int().nullable(),
    createdAt: IsoTime,
  })
  .meta({ id: "SandboxFault" });
export type Fault = z.output<typeof Fault>;

export const FaultList = z.object({ data: z.array(Fault) });
export type FaultList = z.output<typeof FaultList>;
