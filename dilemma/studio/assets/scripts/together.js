// Bringing together: a dilemma, the views of many, and the page that tells what divides them.
import {get, make} from "./make.js";
import * as store from "./store.js";

export function bringing({ask, show, read}) {
  let subject = null;
  const views = [];

  function offer() {
    const known = get("known"), names = Object.keys(store.files());
    known.replaceChildren(make("option", {value: ""}, names.length ? "one kept in this browser" : "none is kept in this browser"),
      ...names.map(name => make("option", {value: name}, name)));
    known.disabled = !names.length;
  }
  function take(name, text) {
    subject = {name, text};
    get("subject-name").textContent = name;
    told();
  }
  async function add(files) {
    for (const file of files) views.push({name: file.name, text: await file.text()});
    told();
  }
  let timer = 0;
  function told() {
    const links = get("links").value.trim(), given = [...views, ...(links ? [{name: "links.txt", text: links + "\n"}] : [])];
    get("taken").replaceChildren(...views.map((one, at) => make("li", null, one.name, " ",
      make("button", {type: "button", class: "small", "aria-label": `Take ${one.name} out`, onclick: () => { views.splice(at, 1); told(); }}, "×"))));
    get("told").textContent = !subject ? (given.length ? "Now open the dilemma that they are about." : "") : !given.length ? "Now add the views." : "";
    clearTimeout(timer);
    if (subject && given.length) timer = setTimeout(() => together(given), 300);
  }
  async function together(given) {
    get("told").textContent = "Bringing them together …";
    const found = await ask("collect", {text: subject.text, file: subject.name, views: given});
    if (!found) return;
    const faults = (found.findings || []).map(one => make("li", null, `${one.place}: ${one.message}`));
    const count = number => number === 1 ? "1 view" : `${number} views`;
    const words = found.error || `${count(found.taken)} brought together${found.left_out ? `; ${count(found.left_out)} left out:` : "."}`;
    const open = found.html ? make("button", {type: "button", class: "main", onclick: () => show(found.html, "Brought together")}, "See what divides them") : "";
    const save = found.html ? make("button", {type: "button", onclick: () => store.download("together.html", found.html, "text/html")}, "Download the page") : "";
    get("told").replaceChildren(words, " ", open, " ", save, make("ul", null, faults));
  }
  get("subject").addEventListener("change", async event => {
    const file = event.target.files[0], text = file && await read(file);
    if (text) take(file.name.replace(/\.xlsx$/, ".yaml"), text);
  });
  get("known").addEventListener("change", event => { if (event.target.value) take(event.target.value, store.files()[event.target.value]); });
  get("views").addEventListener("change", event => add(event.target.files));
  get("links").addEventListener("input", told);
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
