/** @jsxImportSource preact */
import type { WidgetPointsEntry } from "@/lib/contracts/widget";
import { Icon } from "./icons";
import { formatDay, formatNumber, type Reading } from "./reading";
import { Words } from "./words";

/** How many points a member has. */
export function Balance({ balance, reading }: { balance: number; reading: Reading }) {
  return (
    <p class="balance">
      <Icon name="star" />
      {reading.t("points", { count: balance })}
    </p>
  );
}

/** The latest changes of a member's points. */
export function PointsHistory({ entries, reading }: { entries: WidgetPointsEntry[]; reading: Reading }) {
  const { t } = reading;
  if (entries.length === 0) return null;
  return (
    <details id="points">
      <summary>{t("history")}</summary>
      <ul class="entries">
        {entries.map(({ id, label, points, at }) => (
          <li key={id}>
            <span class="grow">{label ? <Words text={label} reading={reading} /> : t("milestone")}</span>
            <span class="quiet small">{formatDay(at, reading)}</span>
            <span class="gain" dir="ltr">
              {points > 0 ? "+" : ""}
              {formatNumber(points, reading)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
