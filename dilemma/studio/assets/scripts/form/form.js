// The form: each field shows what the text says, and changes the text there; it holds nothing of its own.
import {controlsOf} from "./controls.js";
import {EACH, PARTS, QUESTION, fieldsOf, nameOf} from "./fields.js";
import {pathsOf, told} from "./findings.js";
import {make} from "../make.js";
import {idOf, parsed, withMoved, withValue} from "../yaml.js";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

// Draws the form in `home`; `show(text)` draws what a text says. `file` has the text, `change(text, place)`, and `refused()`, which is
// called when what is typed is no number, or is one again.
export function formIn(home, file) {
  let data = {}, drawn = "", text = "", faults = [];
  const opened = new Set(), fills = [], refused = new Map();
  const at = path => path.reduce((inner, key) => inner?.[key], data);
  const set = (path, value) => file.change(withValue(file.text(), path, value), path.join("."));
  const entries = key => Object.entries(at([key]) || {}).filter(([id]) => id !== "note").map(([id, one]) => [id, nameOf(one, id)]);
  const {field, degree, range} = controlsOf({at, set, entries, fills, refused, told: file.refused});

  function show(now, {force = false} = {}) {
    if (now === text && !force) return;
    const document = parsed(now);
    text = now;
    const broken = document.errors.length > 0;
    home.classList.toggle("stale", broken);
    home.inert = broken;
    if (broken) return;
    data = document.toJS() || {};
    const parts = JSON.stringify(shape(data));
    if (drawn === parts && !force) return filled(); // only values differ: nothing is drawn anew
    drawn = parts;
    draw();
  }
  function draw() {
    const {dataset, selectionStart: from, selectionEnd: to} = document.activeElement || {}, focus = dataset?.path;
    fills.length = 0;
    home.replaceChildren(question(), ...PARTS.map(part));
    for (const path of refused.keys()) if (!home.querySelector(`[data-path="${CSS.escape(path)}.best"]`)) refused.delete(path); // its field is gone
    filled();
    mark(faults);
    const again = focus && home.querySelector(`[data-path="${CSS.escape(focus)}"]`);
    again?.focus();
    if (again && typeof from === "number") again.setSelectionRange(from, to);
  }
  function filled() { for (const fill of fills) fill(); }
  // Fields that few cases need, folded away.
  function rarely(one, path, key) {
    if (!one.rare) return null;
    const used = one.rare.some(rare => at([...path, rare.key]) !== undefined);
    return make("details", {class: "rare", open: opened.has(key) || used, ontoggle: event => { if (event.target.open) opened.add(key); else opened.delete(key); }},
      make("summary", null, "Less common"), make("div", {class: "grid"}, one.rare.map(rare => field(rare, [...path, rare.key]))));
  }
  function question() {
    return make("fieldset", {class: "part"}, make("legend", null, QUESTION.title),
      make("div", {class: "grid"}, QUESTION.fields.map(one => field(one, [one.key]))), rarely(QUESTION, [], "rare"));
  }
  function part(one) {
    const ids = entries(one.key).map(([id]) => id);
    const adding = make("input", {type: "text", "aria-label": `Name of the new ${one.one}`, placeholder: {claim: "State it", title: "Title"}[one.name] || "Name", "data-path": `add ${one.key}`});
    const add = event => {
      event.preventDefault();
      const name = adding.value.trim();
      if (!name) return adding.focus();
      const id = idOf(name, PARTS.flatMap(other => Object.keys(at([other.key]) || {})));
      opened.add(`${one.key}.${id}`);
      adding.value = "";
      set([one.key, id], {[one.name || "name"]: name});
      if (one.key !== "options") home.querySelectorAll(`[data-entry="${CSS.escape(`${one.key}.${id}`)}"] [data-path]`)[1]?.focus();
    };
    return make("fieldset", {class: "part", "data-part": one.key},
      make("legend", null, one.title), make("p", {class: "aside"}, one.about),
      one.lead && ids.length ? make("div", {class: "grid"}, field(one.lead, [one.lead.key])) : null,
      ids.map((id, row) => entry(one, id, row, ids.length)),
      make("form", {class: "add", onsubmit: add}, adding, make("button", {type: "submit"}, `Add ${/^[aeiou]/.test(one.one) ? "an" : "a"} ${one.one}`)));
  }
  function entry(one, id, row, rows) {
    const path = [one.key, id], key = `${one.key}.${id}`;
    const title = make("span", {class: "name"});
    fills.push(() => { title.textContent = at(path)?.[one.name || "name"] || id; });
    const known = new Set([...fieldsOf(one).map(inner => inner.key), ...(one.key === "options" ? EACH : [])]);
    const more = Object.keys(at(path) || {}).filter(name => !known.has(name));
    const button = (words, label, act, off) => make("button", {type: "button", class: "small", "aria-label": label, title: label, disabled: off, onclick: act}, words);
    return make("details", {class: "entry", "data-entry": key, open: opened.has(key), ontoggle: event => { if (event.target.open) opened.add(key); else opened.delete(key); }},
      make("summary", null, one.key === "options" ? make("span", {class: "letter"}, LETTERS[row] || "") : null, title),
      make("div", {class: "grid"}, one.fields.map(inner => field(inner, [...path, inner.key]))),
      one.each ? perOption(one, id) : null,
      rarely(one, path, `${key} rare`),
      more.length ? make("p", {class: "aside"}, `Kept as the text has it: ${more.join(", ")}.`) : null,
      make("p", {class: "moves"},
        button("↑", `Move “${id}” up`, () => file.change(withMoved(file.text(), path, -1)), row === 0),
        button("↓", `Move “${id}” down`, () => file.change(withMoved(file.text(), path, 1)), row === rows - 1),
        button("Remove", `Remove “${id}”`, () => remove(one, id))));
  }
  // An entry goes with what options say of it; one step back brings all of it again.
  function remove(one, id) {
    let now = withValue(file.text(), [one.key, id], undefined);
    if (one.each) for (const [option] of entries("options"))
      if (at(["options", option, one.key, id]) !== undefined) now = withValue(now, ["options", option, one.key, id], undefined);
    if (one.key === "options" && data.baseline === id) now = withValue(now, ["baseline"], undefined);
    file.change(now);
  }
  function perOption(one, id) {
    const options = entries("options");
    if (!options.length) return make("p", {class: "aside"}, "Add options above, then say here what each does.");
    return make("div", {class: "each"}, make("p", {class: "label"}, one.each === "chance" ? "How likely under each option" : "Under each option"),
      options.map(([option, name], row) => {
        const path = ["options", option, one.key, id], label = [make("span", {class: "letter"}, LETTERS[row] || ""), " ", name];
        return one.each === "chance" ? range({label, kind: "share"}, path) : degree(one.degrees, label, path);
      }));
  }
  const controlOf = found => pathsOf(found).map(path => `[data-path="${CSS.escape(path)}"], [data-path="${CSS.escape(path)}.best"], [data-path="add ${CSS.escape(path)}"]`)
    .map(selector => home.querySelector(selector)).find(Boolean);
  // The entries, and what is folded away in them, around a field.
  function around(control) {
    const found = [];
    for (let one = control?.closest("details"); one; one = one.parentElement.closest("details")) found.push(one);
    return found;
  }
  // Says each error beside the field that it is about, and marks the entries that have one.
  function mark(found) {
    faults = found.filter(one => one.severity === "error");
    for (const old of home.querySelectorAll(".fault")) old.remove();
    for (const old of home.querySelectorAll("[aria-invalid=true]:not([data-refused])")) old.removeAttribute("aria-invalid");
    for (const old of home.querySelectorAll(".faulty")) old.classList.remove("faulty");
    for (const one of unread()) for (const entry of around(controlOf(one))) entry.classList.add("faulty");
    for (const one of faults) {
      const control = controlOf(one), place = control?.closest(".field");
      for (const entry of around(control)) entry.classList.add("faulty");
      if (!place) continue;
      if (control.matches("input, select, textarea")) control.setAttribute("aria-invalid", "true");
      const said = told(one, data);
      place.append(make("small", {class: "fault"}, said.place ? said.message : "Still empty"));
    }
  }
  // Shows the place that a finding is about; returns whether the form has it.
  function reveal(found) {
    const best = controlOf(found);
    if (!best) return false;
    for (const entry of around(best)) entry.open = true;
    best.scrollIntoView({block: "center"});
    best.focus({preventScroll: true});
    return true;
  }
  // What was typed and is no number, as findings that have a field, and no line of the text.
  const unread = () => [...refused.values()].map(({words, path}) => ({severity: "error", address: path.join("."), message: words}));
  // Begins another file, with what was typed and is no number when it was left.
  function begin(left) {
    refused.clear();
    for (const one of left) refused.set(one.path.join("."), one);
    opened.clear();
  }
  return {show, reveal, mark, unread, begin, refused: () => [...refused.values()], told: found => told(found, data), has: found => Boolean(controlOf(found))};
}
// What decides which fields there are: the parts and their entries, the keys of each, names that lists show.
function shape(data) {
  const names = ["options", "parties", "beliefs", "sources"];
  return PARTS.map(part => Object.entries(data[part.key] || {}).map(([id, one]) => [id, Object.keys(one || {}).filter(key => !fieldsOf(part).some(field => field.key === key) && !EACH.includes(key)),
    names.includes(part.key) ? nameOf(one, id) : 0]));
}
