// A page made by Python, shown within the studio.
import {get, make} from "./make.js";

let address = null, shown = null;
const left = new Map(); // what was changed on a page when it was left, by its key: the end of the page's own link

// Shows HTML as a page of its own, at a place in it; `title` says what it is. What was changed on a page of the same key is there again.
export function shownIn(home, html, title, {place = "", key = null} = {}) {
  if (address) URL.revokeObjectURL(address);
  address = URL.createObjectURL(new Blob([html], {type: "text/html"}));
  const frame = make("iframe", {src: address + (left.get(key) || place), title, class: "page"});
  shown = {frame, key};
  home.replaceChildren(frame);
  if (place && left.get(key)) frame.addEventListener("load", () => { frame.contentWindow.location.hash = place; }, {once: true});
}
// Notes what was changed on the page that is shown, before it is left.
export function leave() {
  const now = shown?.frame.contentWindow?.location.hash || "";
  if (shown?.key && now.includes("=")) left.set(shown.key, now); else if (shown) left.delete(shown.key);
}
