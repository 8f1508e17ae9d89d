"use client";

import { useTranslations } from "next-intl";
import { type Control, useController } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { ColorField } from "@/components/ui/color-field";
import { Icon } from "@/components/ui/icon";
import { contrastProblems, DEFAULT_PALETTES, THEME_COLORS, type ThemeColor } from "@/lib/domain/widget-theme";
import type { Look, LookValues } from "./look-values";

const COLOR = /^#[0-9a-f]{6}$/i;

interface LookPaletteProps {
  control: Control<LookValues>;
  look: Look;
  palette: Record<ThemeColor, string>;
}

/** The colours of one look, and which of them could not be read. */
export function LookPalette({ control, look, palette }: LookPaletteProps) {
  const t = useTranslations("look");
  const given = Object.fromEntries(Object.entries(palette).filter(([, color]) => COLOR.test(color)));
  const problems = contrastProblems({ scheme: look, [look]: given });
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="mb-2 font-medium">{t(`palettes.${look}`)}</legend>
      <div className="grid gap-x-4 gap-y-3 min-[380px]:grid-cols-2">
        {THEME_COLORS.map((color) => (
          <PaletteColor key={color} control={control} look={look} color={color} />
        ))}
      </div>
      <div role="status" className="empty:hidden">
        {problems.length > 0 ? (
          <ul className="flex flex-col gap-1 text-danger text-sm">
            {problems.map(({ color, on, ratio, least }) => (
              <li key={`${color}-${on}`} className="flex items-start gap-2">
                <Icon name="warning" className="mt-0.5" />
                {t("contrast", {
                  color: t(`colors.${color}`),
                  on: t(`grounds.${on as "card"}`),
                  ratio,
                  least,
                })}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </fieldset>
  );
}

interface PaletteColorProps {
  control: Control<LookValues>;
  look: Look;
  color: ThemeColor;
}

function PaletteColor({ control, look, color }: PaletteColorProps) {
  const t = useTranslations("look");
  const { field, fieldState } = useController({ control, name: `${look}.${color}` });
  const name = t(`colors.${color}`);
  return (
    <ColorField
      {...field}
      label={name}
      pickLabel={t("pick", { color: name })}
      fallback={DEFAULT_PALETTES[look][color]}
      error={fieldState.error?.message}
      action={
        field.value === "" ? null : (
          <Button
            kind="quiet"
            size="small"
            iconOnly
            aria-label={t("reset", { color: name })}
            onPress={() => field.onChange("")}
          >
            <Icon name="close" />
          </Button>
        )
      }
    />
  );
}
