// The studio at work: its places, by the fragment of the address, and what they share.
import {leave, shownIn} from "./frame.js";
import {get, make} from "./make.js";
import {pythonIn} from "./python.js";
import * as store from "./store.js";
import {bringing} from "./together.js";
import {writing} from "./write.js";

const PLACES = ["dilemmas", "write", "together", "shown"];
const python = status => pythonIn(new Worker("worker.js", {type: "module"}), status);
const ask = python(words => { get("ready").textContent = words; });
// What takes long has a Python of its own, started when it is first asked for, so that typing goes on.
let other = null;
const askLong = (name, given) => (other ||= python(() => {}))(name, given);
let from = "#dilemmas";

// The text of a file that a person chose; a workbook is turned into one. Says what is wrong, and returns null.
async function read(file) {
  if (!/\.xlsx$/i.test(file.name)) return file.text();
  const made = await ask("convert", {bytes_in_hex: await store.hexOf(file), file: file.name});
  if (made.error) alert(made.error);
  return made.text ?? null;
}
function show(page) {
  from = location.hash && location.hash !== "#shown" ? location.hash : from;
  get("shown-title").textContent = page.title;
  get("shown-note").textContent = page.note || "";
  shownIn(get("frame"), page);
  history.pushState(null, "", "#shown");
  places("shown");
}
// Works out the whole page of a file, and shows it at a place in it, with changes made there before; `note` says what it leaves out.
async function showPage(file, {place = "", changes = "", note = ""} = {}) {
  get("page").disabled = true;
  get("page").textContent = "Working it out: up to a minute for a large file …";
  const made = await askLong("page", file), link = await linkTo("page", file);
  get("page").disabled = false;
  get("page").textContent = "Open the whole page";
  if (made?.html) show({link, html: made.html, title: `${file.file} · to return what you change here: Save or share`, place, file, changes, note});
  else if (made?.error) get("faults").replaceChildren(make("p", null, made.error));
}
// An address that holds a whole file, and opens it as a page, or to write on.
const linkTo = async (how, {file, text}) => `${location.href.split("#")[0]}#${how}=${encodeURIComponent(file)}:${await store.packed(text)}`;
const write = writing({ask, showPage, linkTo}), together = bringing({ask: askLong, show, read});

function places(which) {
  if (document.body.dataset.place === "shown" && which !== "shown") leave();
  for (const one of PLACES) get(one).hidden = one !== which;
  for (const link of document.querySelectorAll(".head nav a")) {
    if (link.hash === `#${which}`) link.setAttribute("aria-current", "page"); else link.removeAttribute("aria-current");
  }
  document.body.dataset.place = which;
}
// Follows the address: `#write=ID` copies a dilemma, `#write=` begins one, `#file=NAME:PACKED` opens what a link holds
// to write on, `#page=NAME:PACKED&CHANGES` its page.
async function follow() {
  const fragment = location.hash.slice(1), [, key, rest] = /^([a-z]*)=?(.*)$/s.exec(fragment) || [];
  if (key === "shown") {
    if (get("frame").childElementCount) return places("shown");
    history.replaceState(null, "", "#write"); // the page is made anew from the file
    return follow();
  }
  if (key === "file" || key === "page") {
    const [, name, packed, changes] = /^([^:]*):([^&]*)&?(.*)$/s.exec(rest) || [];
    let text = null;
    try { text = await store.unpacked(packed); } catch { alert("This link is not whole: ask for it again."); }
    history.replaceState(null, "", "#write");
    places("write");
    if (text === null) return;
    write.opened(decodeURIComponent(name), text);
    if (key === "page") {
      get("opening").hidden = false;
      await showPage(write.file, {changes: changes && `#${changes}`});
      get("opening").hidden = true;
    }
    return;
  }
  if (key === "write") {
    places("write");
    if (fragment !== "write") {
      history.replaceState(null, "", "#write");
      if (rest) await write.copied(rest); else write.fresh();
    } else if (write.empty) {
      const last = store.last(), kept = store.files();
      if (last && kept[last] !== undefined) write.open(last, kept[last]); else write.fresh();
    }
    return;
  }
  if (key === "together") together.offer();
  else keptFiles();
  places(key === "together" ? "together" : "dilemmas");
}
function keptFiles() {
  const names = Object.keys(store.files());
  get("kept").replaceChildren(...(names.length ? ["or go on with ", ...names.flatMap((name, at) => [at ? ", " : "",
    make("a", {href: "#write", onclick: () => write.open(name, store.files()[name])}, name)])] : []));
}
get("open").addEventListener("change", async event => {
  const file = event.target.files[0], text = file && await read(file);
  event.target.value = "";
  if (text === null || text === undefined) return;
  write.opened(store.nameFor(file), text);
  location.hash = "#write";
});
// A dilemma's own page is shown within the studio, with a way back.
document.querySelector(".gallery").addEventListener("click", event => {
  const link = event.target.closest("a[href^='pages/']");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  show({source: link.getAttribute("href"), title: link.querySelector("strong").textContent});
});
addEventListener("pagehide", () => { if (document.body.dataset.place === "shown") leave(); });
get("back").addEventListener("click", () => { location.hash = from; });
addEventListener("hashchange", follow);
follow();
if ("serviceWorker" in navigator && location.protocol !== "file:") kept();
// Keeps the site in the browser, and offers a new version once it is there.
async function kept() {
  const found = await navigator.serviceWorker.register("offline.js").catch(() => null);
  const offer = () => {
    if (!found.waiting || !navigator.serviceWorker.controller) return;
    const load = () => {
      navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
      found.waiting.postMessage("take over");
    };
    get("newer").replaceChildren(make("button", {type: "button", onclick: load}, "Load the new version"));
  };
  found?.addEventListener("updatefound", () => found.installing.addEventListener("statechange", offer));
  if (found) offer();
}
