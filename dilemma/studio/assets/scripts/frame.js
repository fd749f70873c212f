// A page made by Python, shown within the studio.
import {get, make} from "./make.js";

let address = null;
// Shows HTML as a page of its own, at a place in it; `title` says what it is.
export function shownIn(home, html, title, place = "") {
  if (address) URL.revokeObjectURL(address);
  address = URL.createObjectURL(new Blob([html], {type: "text/html"}));
  home.replaceChildren(make("iframe", {src: address + place, title, class: "page"}));
}
