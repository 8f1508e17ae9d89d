import { getTranslations } from "next-intl/server";
import { previewCodesAction } from "@/app/(console)/reward-logs/actions";
import { Prefetched } from "@/app/data/prefetched";
import { CodeImport } from "@/components/console/code-import/code-import";
import { consoleContext } from "@/lib/auth/session";

export async function generateMetadata() {
  return { title: (await getTranslations("codeImport"))("title") };
}

export default async function CodeImportPage() {
  return (
    <Prefetched context={await consoleContext()} reads={[{ noun: "campaign-choices" }]}>
      <CodeImport preview={previewCodesAction} />
    </Prefetched>
  );
}
