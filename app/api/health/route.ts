/** 200 while the process lives; asks nothing else. */
export function GET(): Response {
  return Response.json({ status: "ok" });
}
