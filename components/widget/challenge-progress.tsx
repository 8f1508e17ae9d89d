/** @jsxImportSource preact */
import type { WidgetChallenge } from "@/lib/contracts/widget";
import { Icon } from "./icons";
import { RungTitle } from "./ladder";
import { formatDeadline, formatNumber, formatPercent, type Reading } from "./reading";
import { Filled, SLOT } from "./words";

interface Props {
  challenge: WidgetChallenge;
  reading: Reading;
}

/** The ring of the window of now with its value, and what to do next; nothing for guests. */
export function ChallengeProgress({ challenge, reading }: Props) {
  const { t } = reading;
  const { progress, period, goal, schedule } = challenge;
  if (!progress) return null;
  const { value, completed } = progress;
  return (
    <div class="window">
      <Ring share={completed ? 1 : Math.min(value / goal, 0.99)} completed={completed} reading={reading} />
      <div class="says grow">
        <p class="big">
          {/* Of what is over, no period is the one of now. */}
          {t(`part.${schedule === "over" ? "all_time" : period}`, {
            value: formatNumber(value, reading),
            target: formatNumber(goal, reading),
          })}
        </p>
        {completed ? <p class="next">{t("made")}</p> : <Left challenge={challenge} value={value} reading={reading} />}
        {schedule === "open" ? <p class="quiet">{whenText(challenge, completed, reading)}</p> : null}
      </div>
    </div>
  );
}

function whenText({ period, until, last }: WidgetChallenge, completed: boolean, reading: Reading) {
  const { t } = reading;
  if (completed) return period === "all_time" || last ? null : t(`again.${period}`);
  return until === null ? null : t("until", { at: formatDeadline(until, reading) });
}

function Left({ challenge, value, reading }: Props & { value: number }) {
  const { t } = reading;
  const { rungs, goal, schedule } = challenge;
  if (schedule === "over") return null;
  // Six digits is what amounts have: more would be the computer's own.
  const left = (target: number) => formatNumber(Number((target - value).toFixed(6)), reading);
  const rung = rungs.find(({ state }) => state === "current");
  if (!rung) return <p class="next">{t("moreToGoal", { left: left(goal) })}</p>;
  return (
    <p class="next">
      <Filled message={t("moreToRung", { left: left(rung.target), rung: SLOT })}>
        <RungTitle rung={rung} campaign={challenge} reading={reading} />
      </Filled>
    </p>
  );
}

function Ring({ share, completed, reading }: { share: number; completed: boolean; reading: Reading }) {
  return (
    <div class={completed ? "ring full" : "ring"} aria-hidden="true">
      <svg viewBox="0 0 72 72" aria-hidden="true">
        <circle class="track" cx="36" cy="36" r="31" />
        {share > 0 ? (
          <circle
            class="arc"
            cx="36"
            cy="36"
            r="31"
            pathLength="100"
            stroke-dasharray={`${Math.round(share * 100)} 100`}
          />
        ) : null}
      </svg>
      {completed ? <Icon name="check" /> : <span>{formatPercent(share, reading)}</span>}
    </div>
  );
}
