const region = document.createElement("p");
region.className = "sr";
region.setAttribute("role", "status");
// At the top: at the end it would stick out of the body, by the one pixel that it takes.
document.body.prepend(region);

/** Says something to those who listen, when they have a moment. */
export function say(text: string): void {
  region.textContent = text;
}
