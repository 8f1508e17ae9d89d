import type { IconName } from "@/components/ui/icon";

/** The sections of the console in the order of the navigation; the command palette goes to them too. */
export const SECTIONS = [
  { href: "/", icon: "home", label: "home" },
  { href: "/streaks", icon: "flame", label: "streaks" },
  { href: "/challenges", icon: "target", label: "challenges" },
  { href: "/milestones", icon: "flag", label: "milestones" },
  { href: "/reward-logs", icon: "ticket", label: "rewardLogs" },
  { href: "/members", icon: "users", label: "members" },
  { href: "/points", icon: "coins", label: "points" },
  { href: "/translations", icon: "globe", label: "translations" },
  { href: "/audit", icon: "history", label: "audit" },
  { href: "/settings", icon: "settings", label: "settings" },
] as const satisfies { href: string; icon: IconName; label: string }[];
