import { link } from "./link";
import { messageIn, type ToDocument, type ToHost, VERSION } from "./protocol";

const { host } = link;

/** Tells the page that embeds the document, if it is one that the program allows; nobody else hears of it. */
export function tell(message: ToHost): void {
  if (host) parent.postMessage({ ...message, milepost: VERSION, id: host.id }, host.origin);
}

/** Hands on the tokens that the host sends. */
export function onToken(receive: (token: string) => void): void {
  if (!host) return;
  const { origin, id } = host;
  addEventListener("message", (event) => {
    const message = messageIn<ToDocument>(event, { window: parent, origin, id });
    if (message?.type === "token" && typeof message.token === "string") receive(message.token);
  });
}

/** Tells the host how high the document is, whenever that changes: of the body, which no frame's height stretches. */
export function followHeight(): void {
  if (!host) return;
  let told = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height !== told) tell({ type: "resize", height });
    told = height;
  }).observe(document.body);
}
