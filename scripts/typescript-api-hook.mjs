// For `node --import`: dependency-cruiser reads TypeScript through the compiler's JavaScript API, which TypeScript 7
// no longer has. i18n-check brings TypeScript 5 along, so that one is handed to it.
import { createRequire, registerHooks } from "node:module";
import { pathToFileURL } from "node:url";

const fromI18nCheck = createRequire(createRequire(import.meta.url).resolve("@lingual/i18n-check"));

registerHooks({
  resolve(specifier, context, nextResolve) {
    const wanted = specifier === "typescript" || specifier.startsWith("typescript/");
    if (!wanted || !context.parentURL?.includes("/node_modules/dependency-cruiser/")) {
      return nextResolve(specifier, context);
    }
    return { url: pathToFileURL(fromI18nCheck.resolve(specifier)).href, shortCircuit: true };
  },
});
