import type { DocumentFacts } from "@/lib/contract/directory/documents/facts";
import type { Ctx } from "@/lib/domain/context";
import type { Download } from "@/lib/domain/shared/download";
import { documentFacts } from "@/lib/http/documents/document-facts";

type Build<D> = (facts: DocumentFacts) => D;

/** The verb of a documentation resource: builds it from this installation's facts. */
export function documentVerb<D>(build: Build<D>) {
  return async (ctx: Ctx): Promise<{ data: D }> => ({ data: build(documentFacts(ctx.now)) });
}

/** The same where `format=csv` answers the rows as a file. */
export function exportVerb<D>(build: Build<D>, asFile: (document: D) => Download) {
  return async (ctx: Ctx, { format }: { format?: "json" | "csv" | undefined }): Promise<{ data: D } | Download> => {
    const document = build(documentFacts(ctx.now));
    return format === "csv" ? asFile(document) : { data: document };
  };
}
