import { getTranslations } from "next-intl/server";
import { Prefetched } from "@/app/data/prefetched";
import { serverOrigin } from "@/app/origin";
import { ApiKeys } from "@/components/console/settings/api-keys";
import { Embed } from "@/components/console/settings/embed";
import { LookForm } from "@/components/console/settings/look-form";
import { ProgramForm } from "@/components/console/settings/program-form";
import { SettingsHeader } from "@/components/console/settings/settings-header";
import { WidgetSecret } from "@/components/console/settings/widget-secret";
import { consoleContext } from "@/lib/auth/session";
import { getProgram } from "@/lib/services/program-settings/get-program";
import { getWidgetTheme } from "@/lib/services/programs/widget-theme";
import {
  createApiKeyAction,
  revokeApiKeyAction,
  rotateWidgetSecretAction,
  showWidgetSecretAction,
  updateProgramAction,
  updateWidgetThemeAction,
} from "./actions";

export async function generateMetadata() {
  return { title: (await getTranslations("settings"))("title") };
}

export default async function SettingsPage() {
  const context = await consoleContext();
  const [t, program, theme, origin] = await Promise.all([
    getTranslations("settings"),
    getProgram(context),
    getWidgetTheme(context),
    serverOrigin(),
  ]);
  const { actor } = context;
  const scopes = actor.kind === "user" ? actor.scopes : [];
  const mayWrite = scopes.includes("keys:write");
  return (
    <div className="mx-auto flex max-w-5xl flex-col gap-6">
      <SettingsHeader intro={t("intro")} />
      <ProgramForm program={program} readOnly={!mayWrite} action={updateProgramAction} />
      {mayWrite ? (
        <Prefetched context={context} reads={[{ noun: "api-keys" }]}>
          <ApiKeys create={createApiKeyAction} revoke={revokeApiKeyAction} />
          <WidgetSecret show={showWidgetSecretAction} rotate={rotateWidgetSecretAction} />
        </Prefetched>
      ) : null}
      <Embed origin={origin} />
      <LookForm theme={theme} readOnly={!scopes.includes("campaigns:write")} action={updateWidgetThemeAction} />
    </div>
  );
}
