/** @jsxImportSource preact */
import type { WidgetReward } from "@/lib/contracts/widget";
import { directionOfLanguage } from "@/lib/domain/language-tag";
import { formatValidTill, renderTemplate } from "@/lib/domain/template";
import { Icon, Tile } from "./icons";
import { formatInstant, formatLeft, marks, type Reading } from "./reading";
import { StateMark } from "./state-mark";
import { Paragraph, Words } from "./words";

/** A reward: what it is, where it stands, and while it can be used, its code and how to use it. */
export function RewardCard({ reward, reading }: { reward: WidgetReward; reading: Reading }) {
  const { t } = reading;
  const { id, state, code, title, icon, fresh, soon } = reward;
  return (
    <li
      id={`r-${id}`}
      class={`card ticket ${state}`}
      data-reward={id}
      data-state={state}
      data-fresh={fresh ? "" : undefined}
    >
      <div class="top">
        <Tile icon={icon} fallback="gift" />
        <div class="grow">
          <h3>{title?.text ? <Words text={title} reading={reading} /> : t("reward")}</h3>
          <p class="marks">
            <StateMark state={state} label={t(`state.${state}`)} />
            {soon ? (
              <span class="mark soon">
                <Icon name="soon" />
                {t("soon")}
              </span>
            ) : null}
          </p>
        </div>
      </div>
      <Paragraph text={reward.description} reading={reading} className="quiet" />
      {state === "pending" ? <p>{t("pending")}</p> : null}
      {code !== null && state !== "pending" ? (
        <Code id={id} code={code} usable={state === "issued"} reading={reading} />
      ) : null}
      {state === "issued" ? <Instruction reward={reward} reading={reading} /> : null}
      <Expiry reward={reward} reading={reading} />
    </li>
  );
}

function Code({ id, code, usable, reading }: { id: string; code: string; usable: boolean; reading: Reading }) {
  const { t } = reading;
  return (
    <div class="coupon">
      <span class="sr">{t("code")}</span>
      <code dir="ltr" id={`k-${id}`}>
        {code}
      </code>
      {usable ? (
        <button type="button" id={`b-${id}`} data-copy={id} aria-describedby={`k-${id}`}>
          {t("copy")}
        </button>
      ) : null}
    </div>
  );
}

function Instruction({ reward, reading }: { reward: WidgetReward; reading: Reading }) {
  if (!reward.instruction) return null;
  const { expiresAt, instruction } = reward;
  const rewardValidTill = expiresAt === null ? undefined : validTill(expiresAt, reading);
  const text = renderTemplate(instruction.text, { rewardValidTill }, instruction.language);
  return text === "" ? null : (
    <p class="lines" {...marks(instruction, reading)}>
      {text}
    </p>
  );
}

function Expiry({ reward: { state, expiresAt, redeemedAt }, reading }: { reward: WidgetReward; reading: Reading }) {
  const { t } = reading;
  if (state === "redeemed")
    return redeemedAt === null ? null : (
      <p class="quiet small">{t("redeemed", { at: formatInstant(redeemedAt, reading) })}</p>
    );
  if (expiresAt === null) return null;
  const at = formatInstant(expiresAt, reading);
  if (state === "expired") return <p class="quiet small">{t("expired", { at })}</p>;
  return (
    <p class="quiet small">
      <span>{t("expires", { at })}</span>
      {" · "}
      <span data-until={expiresAt} data-says={t("left", { when: "{when}" })}>
        {t("left", { when: formatLeft(expiresAt, reading) })}
      </span>
    </p>
  );
}

/**
 * A right-to-left date may land in a marketer's left-to-right sentence, whose order would tear it apart: Unicode's
 * isolates keep it whole.
 */
function validTill(instant: number, { readerLocale, timeZone }: Reading): string {
  const text = formatValidTill(instant, readerLocale, timeZone);
  return directionOfLanguage(readerLocale) === "rtl" ? `\u2068${text}\u2069` : text;
}
