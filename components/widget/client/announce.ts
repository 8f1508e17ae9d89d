/** Says something to those who listen, when they have a moment. */
export function say(text: string): void {
  const region = document.getElementById("says");
  if (region) region.textContent = text;
}
