import { getTranslations } from "next-intl/server";
import { Prefetched } from "@/app/data/prefetched";
import { ApiKeys } from "@/components/console/settings/api-keys";
import { ProgramForm } from "@/components/console/settings/program-form";
import { WidgetSecret } from "@/components/console/settings/widget-secret";
import { PageHeader } from "@/components/ui/page-header";
import { consoleContext } from "@/lib/auth/session";
import { getProgram } from "@/lib/services/program-settings/get-program";
import {
  createApiKeyAction,
  revokeApiKeyAction,
  rotateWidgetSecretAction,
  showWidgetSecretAction,
  updateProgramAction,
} from "./actions";

export async function generateMetadata() {
  return { title: (await getTranslations("settings"))("title") };
}

export default async function SettingsPage() {
  const context = await consoleContext();
  const [t, program] = await Promise.all([getTranslations("settings"), getProgram(context)]);
  const { actor } = context;
  const mayWrite = actor.kind === "user" && actor.scopes.includes("keys:write");
  return (
    <div className="mx-auto flex max-w-4xl flex-col gap-6">
      <PageHeader title={t("title")} intro={t("intro")} />
      <ProgramForm program={program} readOnly={!mayWrite} action={updateProgramAction} />
      {mayWrite ? (
        <Prefetched context={context} reads={[{ noun: "api-keys" }]}>
          <ApiKeys create={createApiKeyAction} revoke={revokeApiKeyAction} />
          <WidgetSecret show={showWidgetSecretAction} rotate={rotateWidgetSecretAction} />
        </Prefetched>
      ) : null}
    </div>
  );
}
