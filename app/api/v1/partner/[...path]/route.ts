import { nextHandlers } from "@/lib/http/adapters/next";
import { directoryRoutes } from "@/lib/http/routes/directory";

// Nothing here is rendered ahead, so Next need not watch what a request is asked.
export const dynamic = "force-dynamic";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS, HEAD } = nextHandlers(directoryRoutes);
