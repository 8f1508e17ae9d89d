/** The version of the messages between the widget's document and the page that embeds it (docs/embed.md). */
export const VERSION = 1;

/** What the document tells its host. Times are in seconds, heights in CSS pixels. */
export type ToHost =
  | { type: "ready"; title: string; expiresIn: number | null }
  | { type: "resize"; height: number }
  | { type: "progress"; campaigns: { id: string; value: number }[] }
  | { type: "reward"; reward: string; state: string }
  | { type: "copy"; reward: string }
  | { type: "error"; code: "offline" }
  | { type: "tokenExpired" };

/** What the host tells the document. */
export interface ToDocument {
  type: "token";
  token: string;
}

/** A message on its way: whose it is, and of which version. */
export type Envelope<Message> = Message & { milepost: typeof VERSION; id: string };

/**
 * The message in an event, when it comes from this window of this origin and is addressed by this id; else null. What
 * others send is not even looked at.
 */
export function messageIn<Message extends { type: string }>(
  event: MessageEvent,
  from: { window: Window | null; origin: string; id: string },
): Message | null {
  if (event.source === null || event.source !== from.window || event.origin !== from.origin) return null;
  const data = event.data as Partial<Envelope<Message>> | null;
  const known = typeof data === "object" && data?.milepost === VERSION && data.id === from.id;
  return known && typeof data.type === "string" ? (event.data as Message) : null;
}
