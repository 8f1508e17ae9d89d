/** Drawn on 16 × 16, by strokes, so that all weigh the same. */
const PATHS = {
  home: "M2.5 7 8 2.5 13.5 7v6h-4V9.5h-3V13h-4Z",
  flame: "M8 1.8c.5 2.6 4 4 4 7.4a4 4 0 0 1-8 0c0-1.5.8-2.4 1.5-3.2.3 1 .8 1.5 1.5 1.6C6.600 5.500 7 3.300 8 1.800Z",
  target: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Zm0 3a3 3 0 1 0 0 6 3 3 0 0 0 0-6Zm0 2.900v.2",
  flag: "M3.500 14V2.500m0 .5h8l-1.800 2.800 1.800 2.700h-8",
  ticket:
    "M2 4.500h12V7a1.200 1.200 0 0 0 0 2v2.500H2V9a1.200 1.200 0 0 0 0-2ZM9.500 4.500v1.200m0 1.600v1.400m0 1.600v1.200",
  users:
    "M6 7.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Zm-4.500 6a4.500 4.500 0 0 1 9 0m-.2-11a2.500 2.500 0 0 1 0 5m1.500 1.700a4.500 4.500 0 0 1 2.700 4.300",
  coins:
    "M6 8.500c2.500 0 4-.9 4-2.200S8.500 4 6 4 2 5 2 6.300s1.500 2.200 4 2.200ZM2 6.300v4c0 1.300 1.500 2.200 4 2.200s4-.9 4-2.200v-4m0 1.200c2.300 0 4 .7 4 2s-1.600 2.200-4 2.200m4-2.200v2.200c0 1.300-1.600 2.200-4 2.200-1 0-1.900-.2-2.600-.5",
  settings:
    "M2 5h6m4 0h2M2 11h2m4 0h6M10 3.300a1.700 1.700 0 1 0 0 3.400 1.700 1.700 0 0 0 0-3.400ZM6 9.300a1.700 1.700 0 1 0 0 3.400 1.700 1.700 0 0 0 0-3.400Z",
  search: "M7 2.500a4.500 4.500 0 1 0 0 9 4.500 4.500 0 0 0 0-9Zm3.300 7.800 3.200 3.200",
  plus: "M8 3v10M3 8h10",
  "chevron-down": "m4 6 4 4 4-4",
  check: "m3 8.500 3.200 3.200L13 4.800",
  close: "m4 4 8 8m0-8-8 8",
  copy: "M5.500 5.500v-3h8v8h-3m-8-5h8v8h-8Z",
  history: "M2.800 9a5.300 5.300 0 1 0 1-4.400M2.800 2.500v3.200H6M8 5.200v3l2.200 1.300",
  menu: "M2.500 4.500h11m-11 3.500h11m-11 3.500h11",
  sun: "M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6Zm0-3.500v1m0 11v1M1.500 8h1m11 0h1M3.400 3.400l.7.7m7.800 7.800.7.7m0-9.200-.7.7m-7.800 7.800-.7.7",
  moon: "M13.500 9.500A5.800 5.800 0 0 1 6.500 2.500a5.800 5.800 0 1 0 7 7Z",
  monitor: "M2 3h12v8H2Zm3.500 10.500h5M8 11v2.500",
  globe:
    "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM2 8h12M8 2c2 1.800 2.600 3.800 2.600 6S10 12.200 8 14C6 12.200 5.400 10.200 5.400 8S6 3.800 8 2Z",
  "sign-out": "M6.500 2.500h-4v11h4M6 8h8m-3-3 3 3-3 3",
  key: "M10.500 2.500a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM8.300 7.700 2.500 13.500m2-2 1.700 1.700",
  more: "M3.500 8h.01M8 8h.01M12.500 8h.01",
  trash: "M2.500 4.500h11m-7.500 0V2.500h4v2m-6 0 .6 9h6.800l.6-9M6.700 7v4m2.600-4v4",
  edit: "m3 13 .6-3L10.800 2.800l2.400 2.400L6 12.400Zm6.300-8.700 2.400 2.400",
  pause: "M5.500 3.500v9m5-9v9",
  play: "M5 3v10l7.500-5Z",
  external: "M9.500 2.500h4v4m0-4L8 8M6.500 3.500h-4v10h10v-4",
  upload: "M8 10.500v-8m-3 3 3-3 3 3M2.500 10.500v3h11v-3",
  download: "M8 2.500v8m-3-3 3 3 3-3M2.500 10.500v3h11v-3",
  warning: "M8 2.500 14 13H2Zm0 4v3m0 1.700v.1",
} as const;
export type IconName = keyof typeof PATHS;

const FLIPPED: ReadonlySet<IconName> = new Set(["sign-out", "external"]);

/** A sign beside words; it says nothing by itself. */
export function Icon({ name, className = "" }: { name: IconName; className?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === "more" ? 2 : 1.4}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={`size-4 shrink-0 ${FLIPPED.has(name) ? "rtl:-scale-x-100" : ""} ${className}`}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
