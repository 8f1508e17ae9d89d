"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Snippet } from "@/components/ui/snippet";
import { useProgram } from "@/lib/client/program";

/** What a shop pastes to show the widget, and how its server signs a member in. */
export function Embed({ origin }: { origin: string }) {
  const t = useTranslations("embed");
  const { id } = useProgram();
  const copy = { copyLabel: t("copy"), copiedLabel: t("copied") };
  return (
    <div id="embed" className="scroll-mt-4">
      <Card title={t("title")} intro={t("intro")}>
        <div className="flex flex-col gap-2">
          <h3 className="font-medium">{t("page")}</h3>
          <p className="max-w-prose text-muted">{t("pageText")}</p>
          <Snippet text={pageTags(origin, id)} {...copy} />
        </div>
        <div className="flex flex-col gap-2">
          <h3 className="font-medium">{t("server")}</h3>
          <p className="max-w-prose text-muted">{t("serverText")}</p>
          <Snippet text={tokenCode(id)} {...copy} />
        </div>
      </Card>
    </div>
  );
}

function pageTags(origin: string, program: string): string {
  return `<script>
  async function milepostToken() {
    return (await fetch("/milepost-token")).text();
  }
</script>
<script async src="${origin}/embed.js" data-program="${program}" data-get-token="milepostToken"></script>`;
}

/** Tokens last an hour at most; clocks differ. */
function tokenCode(program: string): string {
  return `import { SignJWT } from "jose";

const secret = new TextEncoder().encode(process.env.MILEPOST_WIDGET_SECRET);

export function milepostToken(customerId) {
  return new SignJWT({ userData: { externalId: customerId } })
    .setProtectedHeader({ alg: "HS256" })
    .setSubject("${program}")
    .setExpirationTime("50m")
    .sign(secret);
}`;
}
