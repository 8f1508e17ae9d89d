import { say } from "./announce";
import { link } from "./link";

const PIECES = 26;
const SHOWN_MS = 4000;

/**
 * Celebrates rewards that are new: once for each, ever, whatever the device. The server says which this document is the
 * first to ask for. Not at all for those who want no motion.
 */
export async function celebrate(token: string | null): Promise<void> {
  const cards = [...document.querySelectorAll<HTMLElement>("[data-fresh]")];
  if (!token || cards.length === 0 || document.hidden) return;
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  const path = `${location.pathname.replace(/\/$/, "")}/celebrations`;
  const response = await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json", "x-enduser-access-token": token },
    body: JSON.stringify({ ids: cards.map((card) => card.dataset["reward"]) }),
  });
  if (!response.ok) return;
  const { ids } = (await response.json()) as { ids: string[] };
  for (const card of cards) {
    delete card.dataset["fresh"];
    if (ids.includes(card.dataset["reward"] ?? "")) cheer(card);
  }
}

function cheer(card: HTMLElement): void {
  const text = link.texts.earned.replace("{reward}", card.querySelector("h3")?.textContent ?? "");
  say(text);
  const party = document.createElement("div");
  party.className = "party";
  party.setAttribute("aria-hidden", "true");
  const banner = document.createElement("b");
  banner.textContent = text;
  party.append(banner);
  for (let piece = 0; piece < PIECES; piece++) party.append(confetti(piece));
  card.append(party);
  setTimeout(() => party.remove(), SHOWN_MS);
}

/** One piece that flies up from the middle of the card, and falls. */
function confetti(piece: number): HTMLElement {
  const element = document.createElement("i");
  element.className = `c${piece % 4}`;
  const [x, y] = [(Math.random() - 0.5) * 320, -60 - Math.random() * 90];
  const turn = Math.random() * 900;
  element.animate(
    [
      { transform: "none", opacity: 1 },
      { transform: `translate(${x * 0.7}px, ${y}px) rotate(${turn / 2}deg)`, opacity: 1, offset: 0.35 },
      { transform: `translate(${x}px, ${120 + y / 2}px) rotate(${turn}deg)`, opacity: 0 },
    ],
    { duration: 1400 + Math.random() * 1200, easing: "cubic-bezier(.2,.7,.4,1)", fill: "forwards" },
  );
  return element;
}
