// The script of the widget's document: what moves. Everything is readable without it.
import { celebrate } from "./celebrate";
import { copyOnTouch } from "./copy";
import { countDown } from "./countdown";
import { followHeight, onToken, tell } from "./host";
import { link } from "./link";
import { progress, Refresher } from "./refresh";

const TICK_MS = 20_000;

/** A plain iframe may carry the token in the fragment, which no server sees; it is taken out of the address at once. */
function tokenInFragment(): string | null {
  const token = new URLSearchParams(location.hash.slice(1)).get("token");
  if (token !== null) history.replaceState(null, "", location.pathname + location.search);
  return token;
}

const fragment = tokenInFragment();
const refresher = new Refresher(link.token);
copyOnTouch();
followHeight();
onToken((token) => refresher.takeToken(token));
setInterval(() => {
  if (!document.hidden && countDown(Date.now())) void refresher.refresh();
}, TICK_MS);
addEventListener("hashchange", () => {
  const token = tokenInFragment();
  if (token !== null) refresher.takeToken(token);
});
tell({ type: "ready", title: document.title, expiresIn: link.expiresIn });
if (link.ended) tell({ type: "tokenExpired" });
if (link.token && link.host) tell({ type: "progress", campaigns: progress() });
if (fragment !== null) refresher.takeToken(fragment);
else {
  refresher.later();
  void celebrate(link.token).catch(() => {});
}
