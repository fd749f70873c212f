// A page shown within the studio, and what was changed on it.
import {make} from "./make.js";
import * as store from "./store.js";

let address = null, shown = null;

// Shows a page at a place in it: HTML as a page of its own, or the page at an address. `title` says what it is; `link`, if given, opens the
// page of the file elsewhere. It shows `changes`, if given, else what was changed on the page of the file before, if that is still the same.
export function shownIn(home, {html, source, title, place = "", file = null, link = null, changes = ""}) {
  if (address) URL.revokeObjectURL(address);
  address = html ? URL.createObjectURL(new Blob([html], {type: "text/html"})) : null;
  const before = changes || (file ? store.changes(file) : ""), frame = make("iframe", {src: (address || source) + (before || place), title, class: "page"});
  shown = {frame, file};
  home.replaceChildren(frame);
  if (link) frame.addEventListener("load", () => { frame.contentDocument.documentElement.dataset.link = link; });
  if (place && before) frame.addEventListener("load", () => { frame.contentWindow.location.hash = place; }, {once: true});
}
// Keeps what was changed on the page that is shown: the end of the page's own link.
export function leave() {
  const now = shown?.frame.contentWindow?.location.hash || "";
  if (shown?.file) store.keepChanges(shown.file, now.includes("=") ? now : "");
}
