import { expect } from "vitest";
import { callAs } from "@/lib/testing/directory";
import type { Mounted } from "@/lib/testing/mounts";

type Listed = { id: string };

/** Reads `target` as this client and expects an answer without anything private in it. */
export async function readAs(mounted: Mounted, secret: string, target: string) {
  const answer = await mounted.call(callAs(secret, `/api/v1/partner/${target}`));
  expect(answer.text).not.toContain("PRIVATE");
  return answer;
}

/** Ids of a list from its first page of two to its last; each page says where it lies. */
export async function traverse(mounted: Mounted, secret: string, target: string): Promise<string[]> {
  const ids: string[] = [];
  for (let page: number | null = 1; page !== null; ) {
    const { status, body } = await readAs(
      mounted,
      secret,
      `${target}${target.includes("?") ? "&" : "?"}pageSize=2&page=${page}`,
    );
    expect(status).toBe(200);
    expect(body.meta.pagination).toMatchObject({ page, pageSize: 2, offset: ids.length, total: body.meta.count });
    ids.push(...body.data.map(({ id }: Listed) => id));
    page = body.meta.pagination.nextPage;
    if (page === null) expect(ids).toHaveLength(body.meta.count);
  }
  return ids;
}
