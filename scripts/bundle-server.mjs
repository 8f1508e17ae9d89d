import { relative } from "node:path";
import { build } from "esbuild";
import { ROOT } from "./project-root.mjs";

// revalidatePath, headers and after throw outside of Next's own graph, and next/cache even stops the start.
const refuseNext = {
  name: "refuse-next",
  setup({ onResolve }) {
    onResolve({ filter: /^next(-intl)?\/|^next-intl$/ }, ({ path, importer }) => ({
      errors: [
        {
          text: `${relative(ROOT, importer)} imports "${path}", and server.ts reaches it: Next's own modules only work inside of Next. Move that import to app/ or to the Next adapter.`,
        },
      ],
    }));
    onResolve({ filter: /^next$/ }, ({ importer }) =>
      relative(ROOT, importer) === "server.ts"
        ? { path: "next", external: true }
        : { errors: [{ text: `${relative(ROOT, importer)} imports "next": only server.ts may.` }] },
    );
  },
};

/** Bundles the project's own modules that `entry` reaches; packages stay imports. Throws with esbuild's messages. */
export async function bundleServer({ entry, outfile, logLevel = "warning" }) {
  await build({
    entryPoints: [entry],
    outfile,
    absWorkingDir: ROOT,
    bundle: true,
    platform: "node",
    target: "node22",
    format: "esm",
    packages: "external",
    jsx: "automatic",
    tsconfig: `${ROOT}/tsconfig.json`,
    sourcemap: true,
    legalComments: "none",
    logLevel,
    // The package throws by design outside of React's server graph.
    alias: { "server-only": `${ROOT}/scripts/empty-module.ts` },
    plugins: [refuseNext],
  });
}
