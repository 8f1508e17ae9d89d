/** @jsxImportSource preact */
import type { WidgetCampaign } from "@/lib/contracts/widget";
import { ChallengeProgress } from "./challenge-progress";
import { Tile } from "./icons";
import { Ladder } from "./ladder";
import { formatDay, formatLastDay, type Reading } from "./reading";
import { StreakProgress } from "./streak-progress";
import { Paragraph, Words } from "./words";

/** A streak or challenge: what it is, where the member stands, what comes next, and what there is to gain. */
export function CampaignCard({ campaign, reading }: { campaign: WidgetCampaign; reading: Reading }) {
  const { slug, title, description, icon, id } = campaign;
  return (
    <li class="card" id={`c-${id}`} data-value={reached(campaign)}>
      <div class="top">
        <Tile icon={icon} fallback={slug === "streak" ? "flame" : "trophy"} />
        <div class="grow">
          <h3>{title ? <Words text={title} reading={reading} /> : reading.t(slug)}</h3>
          <Paragraph text={description} reading={reading} className="quiet" />
        </div>
      </div>
      <Schedule campaign={campaign} reading={reading} />
      {campaign.slug === "streak" ? (
        <StreakProgress streak={campaign} reading={reading} />
      ) : (
        <ChallengeProgress challenge={campaign} reading={reading} />
      )}
      <Ladder campaign={campaign} reading={reading} />
    </li>
  );
}

function Schedule({
  campaign: { schedule, startsAt, endsAt },
  reading,
}: {
  campaign: WidgetCampaign;
  reading: Reading;
}) {
  if (schedule === "ahead" && startsAt !== null)
    return <p class="next">{reading.t("startsAt", { at: formatDay(startsAt, reading) })}</p>;
  if (schedule === "over" && endsAt !== null)
    return <p class="next">{reading.t("endedAt", { at: formatLastDay(endsAt, reading) })}</p>;
  return null;
}

/** How far the member is: periods of the run, or the total of the window. */
function reached(campaign: WidgetCampaign): number | undefined {
  return campaign.slug === "streak" ? campaign.progress?.count : campaign.progress?.value;
}
