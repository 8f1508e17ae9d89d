"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { type FieldPathByValue, useController } from "react-hook-form";
import { ImageDrop } from "@/components/ui/image-drop";
import { useAction } from "@/lib/client/use-action";
import { ICON_TYPE_LIST } from "@/lib/domain/icon";
import type { CampaignValues, IconValue } from "./campaign-values";
import { useEditor } from "./editor";

type IconPath = FieldPathByValue<CampaignValues, IconValue | null>;

/** Refusals whose text speaks of images; all others are said as everywhere. */
const OWN_TEXTS = ["payload_too_large", "unsupported_media_type"] as const;

/** An icon, which is kept as soon as it is chosen: the form holds its id. */
export function IconField({ name, label }: { name: IconPath; label: string }) {
  const t = useTranslations("campaign.icon");
  const tErrors = useTranslations("errors");
  const { control, readOnly, maxIconBytes, uploadIcon } = useEditor();
  const { field, fieldState } = useController({ control, name });
  const { run, pending } = useAction(uploadIcon);
  const [refusal, setRefusal] = useState<string>();

  const upload = async (file: File) => {
    setRefusal(undefined);
    if (file.size > maxIconBytes) return setRefusal(t("refused.payload_too_large", { size: kilobytes(file.size) }));
    const form = new FormData();
    form.set("file", file);
    const result = await run(form);
    if (result.ok) return field.onChange(result.value);
    const own = OWN_TEXTS.find((code) => code === result.code);
    setRefusal(own ? t(`refused.${own}`, { size: kilobytes(file.size) }) : tErrors(result.code));
  };

  const picture = field.value as IconValue | null;
  return (
    <ImageDrop
      label={label}
      hint={pending ? t("uploading") : t("hint")}
      chooseLabel={picture ? t("change") : t("choose")}
      removeLabel={t("remove")}
      pictureLabel={t("picture")}
      picture={picture?.url ?? null}
      accept={ICON_TYPE_LIST}
      error={refusal ?? fieldState.error?.message}
      busy={pending}
      disabled={readOnly}
      onFile={(file) => void upload(file)}
      onRemove={() => {
        setRefusal(undefined);
        field.onChange(null);
      }}
    />
  );
}

const kilobytes = (bytes: number) => Math.ceil(bytes / 1024);
