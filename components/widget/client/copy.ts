import { say } from "./announce";
import { tell } from "./host";
import { link } from "./link";

const CONFIRMED_MS = 2500;
const HINTED_MS = 8000;

/** Copies a code at the touch of its button; where that is forbidden, the code is selected to be copied by hand. */
export function copyOnTouch(): void {
  document.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLElement>("[data-copy]");
    if (button) void copy(button);
  });
}

async function copy(button: HTMLElement): Promise<void> {
  const reward = button.dataset["copy"] ?? "";
  const code = document.getElementById(`k-${reward}`);
  if (!code) return;
  try {
    await navigator.clipboard.writeText(code.textContent);
    confirm(button);
    say(link.texts.copied);
    tell({ type: "copy", reward });
  } catch {
    getSelection()?.selectAllChildren(code);
    hint(button);
    say(link.texts.selected);
  }
}

function confirm(button: HTMLElement): void {
  if (button.classList.contains("copied")) return;
  const label = button.textContent;
  // As wide as before, so that nothing moves.
  button.style.minWidth = `${button.offsetWidth}px`;
  button.classList.add("copied");
  button.textContent = link.texts.copied;
  setTimeout(() => {
    button.classList.remove("copied");
    button.textContent = label;
  }, CONFIRMED_MS);
}

/** Says it to those who see, too: over the card, so that nothing moves. */
function hint(button: HTMLElement): void {
  if (button.nextElementSibling) return;
  const text = document.createElement("p");
  text.className = "hint";
  text.setAttribute("aria-hidden", "true");
  text.textContent = link.texts.selected;
  button.after(text);
  setTimeout(() => text.remove(), HINTED_MS);
}
