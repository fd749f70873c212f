// Bringing together: a dilemma, the views of many, and the page that tells what divides them.
import {get, make} from "./make.js";
import * as store from "./store.js";
import {parsed} from "./yaml.js";

export function bringing({ask, show, read}) {
  const before = store.together();
  let {subject} = before;
  const {views} = before;

  function offer() {
    const known = get("known"), names = Object.keys(store.files());
    known.replaceChildren(make("option", {value: ""}, names.length ? "one kept in this browser" : "none is kept in this browser"),
      ...names.map(name => make("option", {value: name}, name)));
    known.disabled = !names.length;
    told();
  }
  function take(name, text) {
    subject = {name, text};
    told();
  }
  // Adds view files. The same text counts once. A file takes the place of one of the same file name that states the same person's name;
  // where none is stated, the two may be of different people, and both count.
  async function add(chosen) {
    let again = 0, corrected = 0, alike = 0;
    for (const file of [...chosen]) {
      const one = await taken(file), same = views.findIndex(other => store.unnumbered(other.name) === store.unnumbered(one.name) && other.by === one.by);
      if (views.some(other => other.content === one.content)) again += 1;
      else if (same >= 0 && one.by) { views[same] = one; corrected += 1; }
      else {
        if (same >= 0) alike += 1;
        views.push(one.by ? one : {...one, name: free(one.name)});
      }
    }
    get("added").textContent = [again && `${files(again)} already here`, corrected && `${files(corrected)} took the place of an earlier one that states the same name`,
      alike && `${files(alike)} called like another, and no name stated in it: both count, as views of different people`].filter(Boolean).join("; ");
    told();
  }
  // A file name that none of the views has: a second one gets a number, as browsers give it.
  function free(name) {
    let made = name;
    for (let at = 2; views.some(one => one.name === made); at++) made = name.replace(/(\.[^.]*)?$/, ` (${at})$1`);
    return made;
  }
  let timer = 0;
  function told() {
    const links = get("links").value.trim(), given = [...views, ...(links ? [{name: "links.txt", key: "text", content: links + "\n"}] : [])];
    get("taken").replaceChildren(...views.map((one, at) => make("li", null, one.by ? `${one.by} (${one.name})` : one.name, " ",
      make("button", {type: "button", class: "small", "aria-label": `Take ${one.name} out`, onclick: () => { views.splice(at, 1); told(); }}, "×"))));
    get("told").textContent = !subject ? (given.length ? "Now open the dilemma that they are about." : "") : !given.length ? "Now add the views." : "";
    store.keepTogether({subject, views});
    get("subject-name").textContent = subject?.name || "";
    get("empty").hidden = !subject && !views.length;
    clearTimeout(timer);
    if (subject && given.length) timer = setTimeout(() => together(given), 300);
  }
  async function together(given) {
    get("told").textContent = "Bringing them together …";
    const found = await ask("collect", {text: subject.text, file: subject.name, views: given.map(({name, key, content}) => ({name, [key]: content}))});
    if (!found) return;
    const faults = (found.findings || []).slice(0, 100).map(one => make("li", null, `${one.place}: ${one.address ? `${one.address}: ` : ""}${one.message}${one.suggestion ? `; did you mean '${one.suggestion}'?` : ""}`));
    const remarks = (found.remarks || []).map(one => make("li", null, one));
    const count = number => number === 1 ? "1 view" : `${number} views`;
    const words = found.error || `${count(found.taken)} brought together${found.left_out ? `; ${count(found.left_out)} left out:` : "."}`;
    const open = found.html ? make("button", {type: "button", class: "main", onclick: () => show({html: found.html, title: "Brought together"})}, "See what divides them") : "";
    const save = found.html ? make("button", {type: "button", onclick: () => store.download("together.html", found.html, "text/html")}, "Download the page") : "";
    get("told").replaceChildren(words, " ", open, " ", save, make("ul", null, [...faults, ...remarks]));
  }
  get("subject").addEventListener("change", async event => {
    const file = event.target.files[0], text = file && await read(file);
    if (text) take(store.nameFor(file), text);
  });
  get("known").addEventListener("change", event => { if (event.target.value) take(event.target.value, store.files()[event.target.value]); });
  get("views").addEventListener("change", event => add(event.target.files));
  get("links").addEventListener("input", told);
  get("empty").addEventListener("click", () => {
    subject = null;
    views.length = 0;
    get("links").value = get("added").textContent = "";
    offer();
  });
  const place = get("drop");
  place.addEventListener("dragover", event => { event.preventDefault(); place.classList.add("over"); });
  place.addEventListener("dragleave", () => place.classList.remove("over"));
  place.addEventListener("drop", event => {
    event.preventDefault();
    place.classList.remove("over");
    add(event.dataTransfer.files);
  });
  return {offer, take};
}
const files = count => count === 1 ? "1 file" : `${count} files`;
// A view file with who it is by, if it says so; of a workbook the bytes.
async function taken(file) {
  if (/\.xlsx$/i.test(file.name)) return {name: file.name, key: "bytes_in_hex", content: await store.hexOf(file), by: null};
  const content = await file.text();
  let by = null;
  if (/\.(ya?ml|json)$/i.test(file.name)) try { by = parsed(content).get("name"); } catch { /* what is no map has no name; Python says what is wrong with it */ }
  return {name: file.name, key: "text", content, by: typeof by === "string" ? by : null};
}
