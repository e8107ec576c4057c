import { z } from "zod";
import { issueSentence } from "@/components/portal/forms/contract-resolver";
import { FAULT_LOOKS } from "@/components/portal/sandbox-tools/fault-words";
import { CreateFault, FAULT_COUNT_MAX, type FaultKind } from "@/lib/domain/faults/schemas";

export const EVERY_PATH = "";
export const OTHER_PATH = "other";
const WAIT_MAX = 60;

const wholeNumber = (min: number, max: number) =>
  z.string().transform((written, refinement): number => {
    const number = Number(written.trim());
    if (/^\d+$/.test(written.trim()) && number >= min && number <= max) return number;
    refinement.addIssue({ code: "custom", message: `Write a whole number from ${min} to ${max}.` });
    return z.NEVER;
  });

/** What the person fills in to let requests fail. */
export const FaultForm = z
  .object({
    kind: CreateFault.shape.kind,
    count: wholeNumber(1, FAULT_COUNT_MAX),
    path: z.string(),
    /** Counts when `path` is "other". */
    otherPath: z.string(),
    /** Nothing written leaves the wait to the server. */
    retryAfter: z.string(),
  })
  .transform((form, refinement): CreateFault => {
    const pathPrefix = form.path === OTHER_PATH ? form.otherPath.trim() : form.path;
    const path = CreateFault.shape.pathPrefix.safeParse(pathPrefix || undefined, { error: issueSentence });
    if (form.path === OTHER_PATH && (!path.success || !pathPrefix)) {
      const message = "Write a path that begins with /v1/partner/.";
      refinement.addIssue({ code: "custom", path: ["otherPath"], message });
    }
    const wait = form.retryAfter.trim();
    const hasWait = FAULT_LOOKS[form.kind].takesRetryAfter && wait !== "";
    const retryAfter = wholeNumber(1, WAIT_MAX).safeParse(wait);
    if (hasWait && !retryAfter.success) {
      const { message } = retryAfter.error.issues[0]!;
      refinement.addIssue({ code: "custom", path: ["retryAfter"], message });
    }
    return {
      kind: form.kind,
      count: form.count,
      ...(pathPrefix && { pathPrefix }),
      ...(hasWait && { retryAfterSeconds: retryAfter.data }),
    };
  });
export type FaultForm = z.input<typeof FaultForm>;

export const emptyFault = (kind: FaultKind): FaultForm => ({
  ...{ kind, count: "1", path: EVERY_PATH, otherPath: "", retryAfter: "" },
});
