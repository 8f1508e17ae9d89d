/** @jsxImportSource preact */
import type { WidgetReader, WidgetView } from "@/lib/contracts/widget";
import { CampaignCard } from "./campaign-card";
import { Balance, PointsHistory } from "./points";
import type { Reading } from "./reading";
import { RewardCard } from "./reward-card";

type Member = Extract<WidgetReader, { kind: "member" }>;

/** What the reader sees: the programme's name, what a member has and comes next, or what a guest could have. */
export function WidgetBody({ view, reading }: { view: WidgetView; reading: Reading }) {
  const { t } = reading;
  const { programName: name, reader } = view;
  if (name === null)
    return (
      <main>
        <h1>{t("unknown")}</h1>
      </main>
    );
  return (
    <main>
      <header>
        <h1>
          <bdi>{name}</bdi>
        </h1>
        {reader.kind === "member" ? <Balance balance={reader.points.balance} reading={reading} /> : null}
      </header>
      {reader.kind === "member" ? null : <Door kind={reader.kind} reading={reading} />}
      {reader.kind === "member" ? <Usable reader={reader} reading={reading} /> : null}
      <Campaigns view={view} reading={reading} />
      {reader.kind === "member" ? <Past reader={reader} reading={reading} /> : null}
      {reader.kind === "member" ? <PointsHistory entries={reader.points.entries} reading={reading} /> : null}
    </main>
  );
}

/** What a guest is told: how to come in. */
function Door({ kind, reading: { t } }: { kind: "guest" | "ended"; reading: Reading }) {
  return (
    <div class="card door">
      {kind === "guest" ? <p>{t("guest")}</p> : null}
      <p role={kind === "ended" ? "status" : undefined} class="next">
        {t(kind === "ended" ? "ended" : "signIn")}
      </p>
    </div>
  );
}

const isUsable = ({ state }: Member["rewards"][number]) => state === "issued" || state === "pending";

function Usable({ reader: { rewards }, reading }: { reader: Member; reading: Reading }) {
  const usable = rewards.filter(isUsable);
  if (rewards.length === 0) return <p class="card quiet">{reading.t("empty")}</p>;
  if (usable.length === 0) return null;
  return (
    <section>
      <h2>{reading.t("rewards")}</h2>
      <ul class="cards">
        {usable.map((reward) => (
          <RewardCard key={reward.id} reward={reward} reading={reading} />
        ))}
      </ul>
    </section>
  );
}

function Campaigns({ view: { campaigns, reader }, reading }: { view: WidgetView; reading: Reading }) {
  if (campaigns.length === 0) return null;
  return (
    <section>
      <h2>{reading.t(reader.kind === "member" ? "campaigns" : "programme")}</h2>
      <ul class="cards">
        {campaigns.map((campaign) => (
          <CampaignCard key={campaign.id} campaign={campaign} reading={reading} />
        ))}
      </ul>
    </section>
  );
}

/** Rewards that are used or over. */
function Past({ reader: { rewards, more }, reading }: { reader: Member; reading: Reading }) {
  const { t } = reading;
  const past = rewards.filter((reward) => !isUsable(reward));
  if (past.length === 0 && !more) return null;
  return (
    <details id="past" open={past.length === rewards.length}>
      <summary>{t("past")}</summary>
      <ul class="cards">
        {past.map((reward) => (
          <RewardCard key={reward.id} reward={reward} reading={reading} />
        ))}
      </ul>
      {more ? <p class="quiet small">{t("more", { count: rewards.length })}</p> : null}
    </details>
  );
}
