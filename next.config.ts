import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/i18n/request.ts");

// The widget's document and the REST API answer with headers of their own, the same ones behind server.ts: the widget
// is there to be framed, the console never is.
const PAGES = "/((?!widget/|schema/|v1/|icons/|api/(?!auth/)).*)";

function publicHost(): string[] {
  const url = URL.parse(process.env["PUBLIC_URL"] ?? "");
  return url ? [url.host] : [];
}

const config: NextConfig = {
  serverExternalPackages: ["@electric-sql/pglite", "sharp"],
  poweredByHeader: false,
  // Migrations are read as files, which tracing cannot see: a serverless host would leave them behind.
  outputFileTracingIncludes: { "/**": ["./db/migrations/**", "./db/functions/**"] },
  // `npm test` types the whole tree, server.ts included; whoever only runs the product need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // One line and one lockfile: without it Next guesses the root from lockfiles of folders above.
  turbopack: { root: import.meta.dirname },
  experimental: {
    // Behind a proxy that rewrites Host, forms would be taken for another site's.
    serverActions: { allowedOrigins: publicHost() },
  },
  headers: async () => [
    {
      source: PAGES,
      headers: [
        { key: "X-Frame-Options", value: "DENY" },
        { key: "X-Content-Type-Options", value: "nosniff" },
        // No other site is to hear of an address (setup tokens are in one). Not no-referrer: forms would come from nowhere.
        { key: "Referrer-Policy", value: "same-origin" },
        { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(), payment=()" },
        { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
      ],
    },
  ],
};

export default withNextIntl(config);
