/** @jsxImportSource preact */
import type { WidgetIcon } from "@/lib/contracts/widget";

/** The widget's own icons on 24 × 24, outlined, and the flame, which is filled in two tones. */
const OUTLINES = {
  trophy:
    "M8 4h8v5a4 4 0 0 1-8 0zM8 5H4.5c0 3 1.2 5 3.8 5.3M16 5h3.5c0 3-1.2 5-3.8 5.3M12 13v4M9.2 20l.8-3h4l.8 3zM8 20h8",
  gift: "M5 11h14v9H5zM4 7.5h16V11H4zM12 7.5V20M12 7.5c-3 0-5-1-4.8-2.6C7.6 3 11 3.2 12 7.5c1-4.3 4.4-4.5 4.8-2.6.2 1.6-1.8 2.6-4.8 2.6z",
  star: "m12 3.5 2.6 5.3 5.9.9-4.3 4.1 1 5.8-5.2-2.7-5.2 2.7 1-5.8-4.3-4.1 5.9-.9z",
  check: "m5.5 12.5 4 4 9-9.5",
  lock: "M6.5 11h11v8.5h-11zM9 11V8.2a3 3 0 0 1 6 0V11",
  pending: "M12 7v5l3.5 2M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0z",
  issued: "M3.5 9.5V6h17v3.5a2.5 2.5 0 0 0 0 5V18h-17v-3.5a2.5 2.5 0 0 0 0-5zM14 6.5v11",
  expired: "m6.5 6.5 11 11m0-11-11 11",
  soon: "M7 3.5h10M7 20.5h10M8 3.5c0 5 8 6 8 8.5s-8 3.5-8 8.5M16 3.5c0 5-8 6-8 8.5s8 3.5 8 8.5",
} as const;

export type IconName = keyof typeof OUTLINES | "flame";

/** The drawings, once for the document; `Icon` refers to them. */
export function Sprite() {
  return (
    <svg class="sprite" aria-hidden="true">
      <symbol id="i-flame" viewBox="0 0 24 24">
        <path d="M12 2c.6 3.2 2.3 4.9 4 6.8 1.6 1.8 3 3.8 3 6.4a7 7 0 0 1-14 0c0-2.3 1-4.2 2.4-5.6.2 1.6 1 2.7 2.1 3.2C9.2 8.8 10 5 12 2z" />
        <path
          class="core"
          d="M12 20.5a3.4 3.4 0 0 0 3.4-3.5c0-1.8-1.3-2.8-2.2-4.4-.8 1-.9 1.8-1.6 2.4-.8.7-3 0-3 2.1a3.4 3.4 0 0 0 3.4 3.4z"
        />
      </symbol>
      {Object.entries(OUTLINES).map(([name, path]) => (
        <symbol key={name} id={`i-${name}`} viewBox="0 0 24 24">
          <path d={path} />
        </symbol>
      ))}
    </svg>
  );
}

/** A drawing beside words that say the same: nobody hears of it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={name === "flame" ? "icon flame" : "icon"} aria-hidden="true">
      <use href={`#i-${name}`} />
    </svg>
  );
}

/** The marketer's icon, or the widget's own, on a tile. */
export function Tile({ icon, fallback }: { icon: WidgetIcon | null; fallback: IconName }) {
  return (
    <span class={`tile ${fallback}`}>
      {icon ? (
        <img src={icon.url} width={icon.width} height={icon.height} alt="" loading="lazy" />
      ) : (
        <Icon name={fallback} />
      )}
    </span>
  );
}
