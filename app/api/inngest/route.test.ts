import { expect, test } from "vitest";
import { GET, POST, PUT } from "@/app/api/inngest/route";

test.each([
  ["GET", GET],
  ["POST", POST],
  ["PUT", PUT],
])("%s says in plain words that nothing is served where no Inngest is configured", async (method, serve) => {
  const answer = await serve(new Request("http://portico.example/api/inngest", { method }), {});
  expect(answer.status).toBe(404);
  expect(await answer.json()).toEqual({ message: expect.stringContaining("INNGEST_SIGNING_KEY") });
});
