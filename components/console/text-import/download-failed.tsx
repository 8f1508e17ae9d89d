"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { buttonClasses } from "@/components/ui/button-classes";
import { Icon } from "@/components/ui/icon";

/** What was left out as a file, which can be corrected and imported again. */
export function DownloadFailed({ text, fileName }: { text: string; fileName: string }) {
  const t = useTranslations("textImport");
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [text]);
  if (address === null) return null;
  return (
    <a
      href={address}
      download={`${fileName.replace(/(-left-out)?(\.\w+)?$/, "")}-left-out.csv`}
      className={buttonClasses({ kind: "secondary", size: "small" })}
    >
      <Icon name="download" />
      {t("downloadFailed")}
    </a>
  );
}
