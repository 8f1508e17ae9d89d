import type { getTranslations } from "next-intl/server";
import type { TextImportView } from "@/components/console/text-import/text-import-view";
import { textFileRequest } from "@/lib/contracts/text-file";
import type { ServiceContext } from "@/lib/services/context";
import { parse } from "@/lib/services/parse";
import { exportTexts } from "@/lib/services/translations/export-texts";
import { failedTextsCsv } from "@/lib/services/translations/failed-texts-csv";
import { importTexts } from "@/lib/services/translations/import-texts";
import type { TextProblem } from "@/lib/services/translations/text-result";

/** So many results are shown of a file; what was left out is in a file of its own, all of it. */
const SHOWN = 500;

/** A file of texts for a translator, in pieces, and what it is called. @throws AppError as `exportTexts` */
export async function textFile(context: ServiceContext, query: URLSearchParams) {
  const { language, format, which } = parse(textFileRequest, Object.fromEntries(query));
  const pieces = await exportTexts(context, language, { format, which });
  const day = new Date(context.now).toISOString().slice(0, 10);
  // A tag of a language is made of letters, digits and hyphens, once the export has taken it.
  return { pieces, format, name: `texts-${language}-${day}.${format}` };
}

interface TextFileInput {
  file: Uint8Array;
  language: string;
  dryRun: boolean;
  say: ReasonTexts;
}

type ReasonTexts = Awaited<ReturnType<typeof getTranslations<"textImport.problems">>>;

/** Takes a file in, or tries it out, and tells what became of its texts. @throws AppError as `importTexts` */
export async function takeTextFile(context: ServiceContext, { say, ...input }: TextFileInput): Promise<TextImportView> {
  const results = await importTexts(context, input);
  const having = (wanted: string) => results.filter(({ outcome }) => outcome === wanted);
  const [changed, failed] = [having("changed"), having("failed")];
  const reasonOf = ({ code, params }: TextProblem) =>
    say(code, {
      line: params.line ?? 0,
      source: params.source ?? "",
      name: params.name ?? "",
      nearest: params.nearest ?? "",
      max: params.max ?? 0,
    });
  return {
    counts: {
      changed: changed.length,
      unchanged: having("unchanged").length,
      skipped: having("skipped").length,
      failed: failed.length,
    },
    changes: changed
      .slice(0, SHOWN)
      .map(({ line, name, field, before, after }) => ({ line, name, field, before, after })),
    failures: failed
      .slice(0, SHOWN)
      .flatMap(({ line, name, field, problem }) =>
        problem ? [{ line, name, field, column: problem.column, value: problem.value, reason: reasonOf(problem) }] : [],
      ),
    failedFile: failed.length > 0 ? failedTextsCsv(failed, reasonOf) : null,
  };
}
