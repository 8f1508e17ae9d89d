/** @jsxImportSource preact */
import type { WidgetReward, WidgetText } from "@/lib/contracts/widget";
import { directionOfLanguage } from "@/lib/domain/language-tag";
import { formatValidTill, renderTemplate } from "@/lib/domain/template";
import type { WidgetTranslator } from "@/lib/i18n/widget-translator";
import { StateMark } from "./state-mark";

/** How the reader's times are written. */
export interface Reading {
  t: WidgetTranslator;
  /** The language of the widget's own words. */
  locale: string;
  /** The tag that dates among the widget's own words follow: `en-US`, not only `en`. */
  formatLocale: string;
  /** The tag that dates in marketers' texts follow: the reader's own, whatever languages the widget speaks. */
  readerLocale: string;
  timeZone: string;
}

/** A reward: what it is, where it stands, and while it can be used, its code and how to use it. */
export function RewardCard({ reward, reading }: { reward: WidgetReward; reading: Reading }) {
  const { t } = reading;
  const { state, code } = reward;
  const over = state === "redeemed" || state === "expired";
  return (
    <li class="flex min-w-0 flex-col gap-3 rounded-xl border border-line bg-card p-4">
      <div class="flex flex-col items-start gap-2">
        <StateMark state={state} label={t(`state.${state}`)} />
        <h2 class="wrap-anywhere min-w-0 font-semibold text-base">
          {reward.title?.text ? <bdi {...marks(reward.title, reading)}>{reward.title.text}</bdi> : t("reward")}
        </h2>
      </div>
      {reward.description?.text ? (
        <p class="wrap-anywhere whitespace-pre-line text-quiet" {...marks(reward.description, reading)}>
          {reward.description.text}
        </p>
      ) : null}
      {state === "pending" ? <p class="text-quiet">{t("pending")}</p> : null}
      {code !== null && state !== "pending" ? <Code code={code} label={t("code")} over={over} /> : null}
      {state === "issued" ? <Instruction reward={reward} reading={reading} /> : null}
      <Expiry reward={reward} reading={reading} />
    </li>
  );
}

function Code({ code, label, over }: { code: string; label: string; over: boolean }) {
  const look = over ? "border-line text-quiet line-through" : "border-ready bg-ground text-ink";
  return (
    <p class="flex flex-col gap-1">
      <span class="text-quiet text-xs">{label}</span>
      <code
        dir="ltr"
        class={`wrap-anywhere select-all rounded-lg border border-dashed px-3 py-2 text-center font-mono font-semibold text-lg ${look}`}
      >
        {code}
      </code>
    </p>
  );
}

function Instruction({ reward, reading }: { reward: WidgetReward; reading: Reading }) {
  if (!reward.instruction) return null;
  const { expiresAt, instruction } = reward;
  const rewardValidTill = expiresAt === null ? undefined : validTill(expiresAt, reading);
  const text = renderTemplate(instruction.text, { rewardValidTill }, instruction.language);
  return text === "" ? null : (
    <p class="wrap-anywhere whitespace-pre-line" {...marks(instruction, reading)}>
      {text}
    </p>
  );
}

function Expiry({ reward, reading }: { reward: WidgetReward; reading: Reading }) {
  const text = expiryText(reward, reading);
  return text === null ? null : <p class="text-quiet text-xs">{text}</p>;
}

function expiryText({ state, expiresAt, redeemedAt }: WidgetReward, reading: Reading): string | null {
  const { t } = reading;
  if (state === "redeemed") return redeemedAt === null ? null : t("redeemed", { at: at(redeemedAt, reading) });
  if (expiresAt === null) return null;
  return t(state === "expired" ? "expired" : "expires", { at: at(expiresAt, reading) });
}

function at(instant: number, { formatLocale, timeZone }: Reading): string {
  return formatValidTill(instant, formatLocale, timeZone);
}

/**
 * A right-to-left date may land in a marketer's left-to-right sentence, whose order would tear it apart: Unicode's
 * isolates keep it whole.
 */
function validTill(instant: number, { readerLocale, timeZone }: Reading): string {
  const text = formatValidTill(instant, readerLocale, timeZone);
  return directionOfLanguage(readerLocale) === "rtl" ? `\u2068${text}\u2069` : text;
}

/**
 * What a text says of itself. In the widget's own language nothing but that its letters tell its direction; in another,
 * which one and how it runs, so that it is read aloud, hyphenated and drawn as what it is.
 */
function marks({ language }: WidgetText, { locale }: Reading): { lang?: string; dir: "auto" | "ltr" | "rtl" } {
  return language === locale ? { dir: "auto" } : { lang: language, dir: directionOfLanguage(language) };
}
