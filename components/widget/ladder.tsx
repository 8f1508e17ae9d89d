/** @jsxImportSource preact */
import type { WidgetCampaign, WidgetRung } from "@/lib/contracts/widget";
import { Icon } from "./icons";
import { formatNumber, type Reading } from "./reading";
import { Words } from "./words";

const SIGNS = { done: "check", current: "star", locked: "lock", later: "lock" } as const;

/** The milestones of a campaign from the first to the last, each with its reward and where the member stands. */
export function Ladder({ campaign, reading }: { campaign: WidgetCampaign; reading: Reading }) {
  const { rungs, progress } = campaign;
  if (rungs.length === 0) return null;
  return (
    <ol class="ladder">
      {rungs.map((rung) => (
        <Rung key={rung.id} rung={rung} campaign={campaign} reading={reading} guest={progress === null} />
      ))}
    </ol>
  );
}

interface RungProps {
  rung: WidgetRung;
  campaign: WidgetCampaign;
  reading: Reading;
  guest: boolean;
}

function Rung({ rung, campaign, reading, guest }: RungProps) {
  const { t } = reading;
  const { reward, points, state } = rung;
  return (
    <li class={guest ? "rung locked" : `rung ${state}`}>
      <span class="node">
        <Icon name={guest ? "gift" : SIGNS[state]} />
      </span>
      <span class="grow">
        <span class="rung-title">
          <RungTitle rung={rung} campaign={campaign} reading={reading} />
        </span>
        {reward && rung.title ? (
          <span class="quiet block">
            <Words text={reward} reading={reading} />
          </span>
        ) : null}
      </span>
      <span class="ends">
        {guest ? null : <span class={state === "locked" ? "sr" : "small"}>{t(`rung.${state}`)}</span>}
        {points > 0 ? (
          <span class="small gain">
            <span aria-hidden="true" dir="ltr">
              +{formatNumber(points, reading)}
            </span>
            <Icon name="star" />
            <span class="sr">{t("points", { count: points })}</span>
          </span>
        ) : null}
      </span>
    </li>
  );
}

/** What a milestone is called: its title, else its reward, else how far it is. */
export function RungTitle({ rung, campaign, reading }: Omit<RungProps, "guest">) {
  const title = rung.title ?? rung.reward;
  if (title) return <Words text={title} reading={reading} />;
  return campaign.slug === "streak"
    ? reading.t(`run.${campaign.period}`, { count: rung.target })
    : formatNumber(rung.target, reading);
}
