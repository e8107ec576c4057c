import { nextHandlers } from "@/lib/http/adapters/next";
import { givingRoutes } from "@/lib/http/routes/giving";

// Nothing here is rendered ahead, so Next need not watch what a request is asked.
export const dynamic = "force-dynamic";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS, HEAD } = nextHandlers(givingRoutes);
