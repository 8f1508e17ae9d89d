const region = document.createElement("p");
region.className = "sr";
region.setAttribute("role", "status");
document.body.append(region);

/** Says something to those who listen, when they have a moment. */
export function say(text: string): void {
  region.textContent = text;
}
