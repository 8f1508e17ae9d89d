import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Entrance } from "@/components/console/account/entrance";
import { buttonClasses } from "@/components/ui/button-classes";

export default async function NotFound() {
  const t = await getTranslations();
  return (
    <Entrance productName={t("app.name")} title={t("notFound.title")} intro={t("notFound.body")}>
      <Link href="/" className={buttonClasses({ kind: "secondary" })}>
        {t("notFound.back")}
      </Link>
    </Entrance>
  );
}
