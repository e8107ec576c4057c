import { nextHandlers } from "@/lib/http/adapters/next";
import { givingRoutes } from "@/lib/http/routes/giving";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS, HEAD } = nextHandlers(givingRoutes);
