/** @jsxImportSource preact */
import type { WidgetView } from "@/lib/contracts/widget";
import { type Reading, RewardCard } from "./reward-card";

/** What the reader sees: the programme's name, and the member's rewards or what a guest can do. */
export function WidgetBody({ view, reading }: { view: WidgetView; reading: Reading }) {
  return (
    <body class="bg-ground font-sans text-ink text-sm leading-relaxed">
      <main class="mx-auto flex max-w-2xl flex-col gap-4 p-4">
        {view.programName === null ? (
          <h1 class="text-base">{reading.t("unknown")}</h1>
        ) : (
          <Programme name={view.programName} reader={view.reader} reading={reading} />
        )}
      </main>
    </body>
  );
}

function Programme({ name, reader, reading }: { name: string; reader: WidgetView["reader"]; reading: Reading }) {
  const { t } = reading;
  return (
    <>
      <header class="flex flex-col gap-1">
        <h1 class="wrap-anywhere font-semibold text-xl tracking-tight">
          <bdi>{name}</bdi>
        </h1>
        <p class="text-quiet">{reader.kind === "member" ? t("rewards") : t("guest")}</p>
      </header>
      {reader.kind === "member" ? (
        <Rewards reader={reader} reading={reading} />
      ) : (
        <p role={reader.kind === "ended" ? "status" : undefined} class="rounded-xl border border-line bg-card p-4">
          {t(reader.kind === "ended" ? "ended" : "signIn")}
        </p>
      )}
    </>
  );
}

interface RewardsProps {
  reader: Extract<WidgetView["reader"], { kind: "member" }>;
  reading: Reading;
}

function Rewards({ reader: { rewards, more }, reading }: RewardsProps) {
  const { t } = reading;
  if (rewards.length === 0) return <p class="rounded-xl border border-line bg-card p-4">{t("empty")}</p>;
  return (
    <>
      <ul class="grid gap-3 sm:grid-cols-2">
        {rewards.map((reward) => (
          <RewardCard key={reward.id} reward={reward} reading={reading} />
        ))}
      </ul>
      {more ? <p class="text-quiet text-xs">{t("more", { count: rewards.length })}</p> : null}
    </>
  );
}
