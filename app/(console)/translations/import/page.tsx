import { getTranslations } from "next-intl/server";
import { Prefetched } from "@/app/data/prefetched";
import { TextImport } from "@/components/console/text-import/text-import";
import { loadOpenTextState, openTextQuery } from "@/components/console/translations/open-text-state";
import { consoleContext } from "@/lib/auth/session";

export async function generateMetadata() {
  return { title: (await getTranslations("textImport"))("title") };
}

export default async function ImportTextsPage({ searchParams }: PageProps<"/translations/import">) {
  const context = await consoleContext();
  const query = openTextQuery(loadOpenTextState(await searchParams));
  return (
    <Prefetched context={context} reads={[{ noun: "open-texts", query }]}>
      <TextImport />
    </Prefetched>
  );
}
