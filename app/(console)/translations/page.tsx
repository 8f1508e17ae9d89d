import { getTranslations } from "next-intl/server";
import { Prefetched } from "@/app/data/prefetched";
import { loadOpenTextState, openTextQuery } from "@/components/console/translations/open-text-state";
import { OpenTexts } from "@/components/console/translations/open-texts";
import { consoleContext } from "@/lib/auth/session";
import { saveTranslationAction } from "./actions";

export async function generateMetadata() {
  return { title: (await getTranslations("openTexts"))("title") };
}

export default async function TranslationsPage({ searchParams }: PageProps<"/translations">) {
  const context = await consoleContext();
  const query = openTextQuery(loadOpenTextState(await searchParams));
  return (
    <Prefetched context={context} reads={[{ noun: "open-texts", query }]}>
      <OpenTexts save={saveTranslationAction} />
    </Prefetched>
  );
}
