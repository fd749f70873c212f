// The form: each field shows what the text says, and changes the text there; it holds nothing of its own.
import {PARTS, QUESTION} from "./fields.js";
import {numberIn, rangeOf, shown, writtenRange} from "./figures.js";
import {make} from "./make.js";
import {idOf, parsed, withMoved, withValue} from "./yaml.js";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

// Draws the form in `home`; `file` has the text and `change(text)`. `show(text)` draws what a text says.
export function formIn(home, file) {
  let data = {}, drawn = "", text = "";
  const opened = new Set();

  function show(now, {force = false} = {}) {
    if (now === text && !force) return;
    const document = parsed(now);
    text = now;
    const broken = document.errors.length > 0;
    home.classList.toggle("stale", broken);
    home.inert = broken;
    if (broken) return;
    data = document.toJS() || {};
    if (drawn === JSON.stringify(shape(data)) && !force) return filled(); // only values differ: nothing is drawn anew
    drawn = JSON.stringify(shape(data));
    draw();
  }
  const change = made => file.change(made);
  const set = (path, value) => change(withValue(file.text(), path, value));
  const at = path => path.reduce((inner, key) => inner?.[key], data);

  function draw() {
    const focus = document.activeElement?.dataset?.path;
    fields = [];
    home.replaceChildren(question(), ...PARTS.map(part));
    filled();
    if (focus) home.querySelector(`[data-path="${CSS.escape(focus)}"]`)?.focus();
  }
  let fields = [];
  function filled() { for (const fill of fields) fill(); }

  function question() {
    return make("fieldset", {class: "part"}, make("legend", null, "The question"), make("div", {class: "grid"}, QUESTION.map(field => fieldOf(field, [field.key]))));
  }
  function part(one, place) {
    const entries = Object.keys(at([one.key]) || {}).filter(id => id !== "note");
    const adding = make("input", {type: "text", "aria-label": `Name of the new ${one.one}`, placeholder: one.name ? "State it" : "Name", "data-path": `add ${one.key}`});
    const add = event => {
      event.preventDefault();
      const name = adding.value.trim();
      if (!name) return adding.focus();
      const taken = PARTS.flatMap(other => Object.keys(at([other.key]) || {})), id = idOf(name, [...taken, ...entries]);
      opened.add(`${one.key}.${id}`);
      adding.value = "";
      set([one.key, id], {[one.name || "name"]: name});
    };
    return make("fieldset", {class: "part", "data-part": one.key},
      make("legend", null, one.title), make("p", {class: "aside"}, one.about),
      entries.map((id, row) => entry(one, id, row, entries.length)),
      make("form", {class: "add", onsubmit: add}, adding, make("button", {type: "submit"}, `Add ${/^[aeiou]/.test(one.one) ? "an" : "a"} ${one.one}`)));
  }
  function entry(one, id, row, rows) {
    const path = [one.key, id], key = `${one.key}.${id}`;
    const title = make("span", {class: "name"});
    fields.push(() => { title.textContent = at(path)?.[one.name || "name"] || id; });
    const known = new Set([...one.fields.map(field => field.key), ...(one.key === "options" ? ["consequences", "duties", "virtues", "beliefs"] : [])]);
    const more = Object.keys(at(path) || {}).filter(name => !known.has(name));
    const button = (words, label, act, off) => make("button", {type: "button", class: "small", "aria-label": label, title: label, disabled: off, onclick: act}, words);
    const called = () => title.textContent;
    const details = make("details", {class: "entry", open: opened.has(key), ontoggle: event => { if (event.target.open) opened.add(key); else opened.delete(key); }},
      make("summary", null, one.key === "options" ? make("span", {class: "letter"}, LETTERS[row] || "") : null, title),
      make("div", {class: "grid"}, one.fields.map(field => fieldOf(field, [...path, field.key]))),
      one.each ? perOption(one, id) : null,
      more.length ? make("p", {class: "aside"}, `Kept as the text has it: ${more.join(", ")}.`) : null,
      make("p", {class: "moves"},
        button("↑", `Move “${id}” up`, () => change(withMoved(file.text(), path, -1)), row === 0),
        button("↓", `Move “${id}” down`, () => change(withMoved(file.text(), path, 1)), row === rows - 1),
        button("Remove", `Remove “${id}”`, () => { if (confirm(`Remove “${called()}”?`)) remove(one, id); })));
    return details;
  }
  // An entry goes with what options say of it.
  function remove(one, id) {
    let now = withValue(file.text(), [one.key, id], undefined);
    if (one.each) for (const option of Object.keys(at(["options"]) || {}))
      if (at(["options", option, one.key, id]) !== undefined) now = withValue(now, ["options", option, one.key, id], undefined);
    if (one.key === "options" && data.baseline === id) now = withValue(now, ["baseline"], undefined);
    change(now);
  }
  function perOption(one, id) {
    const options = Object.keys(at(["options"]) || {}).filter(option => option !== "note");
    if (!options.length) return make("p", {class: "aside"}, "Add options above, then say here what each does.");
    return make("div", {class: "each"}, make("p", {class: "label"}, one.each === "chance" ? "How likely under each option" : "Under each option"),
      options.map((option, row) => {
        const path = ["options", option, one.key, id], name = at(["options", option])?.name || option;
        const label = [make("span", {class: "letter"}, LETTERS[row] || ""), " ", name];
        return one.each === "chance" ? rangeField({label, share: true}, path) : degreeField(one, label, path);
      }));
  }
  function labelled(label, input, hint, path) {
    input.dataset.path = path.join(".");
    const note = hint ? make("small", null, hint) : null;
    return make("label", {class: "field"}, make("span", {class: "label"}, label), input, note);
  }
  function fieldOf(field, path) {
    if (field.kind === "number" || field.kind === "share") return rangeField({...field, share: field.kind === "share"}, path);
    if (field.kind === "id" || field.kind === "state" || field.kind === "choice") return choiceField(field, path);
    if (field.kind === "yes") {
      const box = make("input", {type: "checkbox", onchange: () => set(path, box.checked ? true : undefined)});
      fields.push(() => { box.checked = at(path) === true; });
      return make("label", {class: "field yes"}, box, make("span", {class: "label"}, field.label));
    }
    const input = field.kind === "long" ? make("textarea", {rows: 2}) : make("input", {type: "text"});
    input.addEventListener("input", () => set(path, input.value || (path.length === 1 ? "" : undefined)));
    fields.push(() => { const now = at(path) ?? ""; if (document.activeElement !== input || typeof now !== "string") input.value = String(now); });
    return labelled(field.label, input, field.hint, path);
  }
  function choiceField(field, path) {
    const choices = field.choices || {"": "—", ...Object.fromEntries(Object.entries(at([field.of || "beliefs"]) || {}).filter(([id]) => id !== "note").flatMap(([id, one]) => {
      const name = one?.name || one?.claim || id;
      return field.kind === "state" ? [[id, name], [`not ${id}`, `not: ${name}`]] : [[id, name]];
    }))};
    const chosen = () => select.value === "" ? undefined : select.value === "true" ? true : select.value;
    const select = make("select", {onchange: () => change(counted(withValue(file.text(), path, chosen()), path, chosen()))},
      Object.entries(choices).map(([value, words]) => make("option", {value}, words)));
    fields.push(() => {
      const now = at(path), value = now === undefined || now === null || now === false ? "" : String(now);
      const known = Object.hasOwn(choices, value);
      select.querySelector("[data-own]")?.remove();
      if (!known) select.append(make("option", {value, "data-own": true}, `as the text has it: ${JSON.stringify(now)}`));
      select.value = value;
    });
    return labelled(field.label, select, field.hint, path);
  }
  // Where it is said whom a consequence strikes, it strikes them all until another count is stated.
  function counted(now, path, party) {
    const count = [...path.slice(0, -1), "count"], size = at(["parties", party, "size"]);
    const open = path[0] === "consequences" && path[2] === "party" && at(count) === undefined && size !== undefined;
    return open ? withValue(now, count, size) : now;
  }
  // A finding in the words of the form, if it is a field that nothing stands in; else null.
  function wordsOf(found) {
    const missing = /^'(\w+)' is required/.exec(found.message)?.[1], [key, id] = found.address.split(".");
    const field = PARTS.find(part => part.key === key)?.fields.find(one => one.key === missing);
    if (field && id) return `“${at([key, id])?.name || at([key, id])?.claim || id}”: “${field.label}” is still empty.`;
    const part = !found.address && (PARTS.find(one => one.key === missing)?.title || QUESTION.find(one => one.key === missing)?.label);
    return part ? `“${part}” is still empty.` : null;
  }
  // Shows the place that a finding is about; returns whether the form has it.
  function reveal(found) {
    const missing = /^'(\w+)' is required/.exec(found.message)?.[1];
    const keys = [found.address, missing].filter(Boolean).join(".").split(".");
    for (let long = keys.length; long > 0; long--) {
      const path = keys.slice(0, long).join("."), best = home.querySelector(`[data-path="${CSS.escape(path)}"], [data-path="${CSS.escape(path)}.best"], [data-path="add ${CSS.escape(path)}"]`);
      if (!best) continue;
      best.closest("details")?.setAttribute("open", "");
      best.scrollIntoView({block: "center"});
      best.focus({preventScroll: true});
      return true;
    }
    return false;
  }
  function degreeField(one, label, path) {
    const select = make("select", {onchange: () => set(path, select.value === "" ? undefined : Number(select.value))},
      Object.entries(one.degrees).sort(([a], [b]) => (a === "" ? -9 : a) - (b === "" ? -9 : b)).map(([value, words]) => make("option", {value}, words)));
    fields.push(() => {
      const now = at(path), value = now === undefined ? "" : String(now);
      select.querySelector("[data-own]")?.remove();
      if (!Object.hasOwn(one.degrees, value)) select.append(make("option", {value, "data-own": true}, typeof now === "number" ? String(now) : "as the text has it"));
      select.value = value;
    });
    return labelled(label, select, null, path);
  }
  // Best estimate, and from least to most; what is written in another way stays as it is.
  function rangeField(field, path) {
    const ends = ["best", "low", "high"], inputs = {};
    for (const end of ends) {
      const words = {best: "best estimate", low: "at least", high: "at most"}[end];
      inputs[end] = make("input", {type: "text", class: end, inputmode: "decimal", "aria-label": words, placeholder: {best: "", low: "least", high: "most"}[end], autocomplete: "off"});
      inputs[end].dataset.path = [...path, end].join(".");
      inputs[end].addEventListener("change", typed);
    }
    const own = make("small", null);
    function typed() {
      const range = {};
      for (const end of ends) {
        const said = inputs[end].value.trim(), value = said ? numberIn(said, field.share) : undefined;
        inputs[end].setAttribute("aria-invalid", String(value === null));
        if (value === null) return own.textContent = `“${said}” is no number: write 0.2, 20 % or 1/5`;
        if (value !== undefined) range[end] = value;
      }
      own.textContent = "";
      if (range.best === undefined && (range.low === undefined) !== (range.high === undefined)) return own.textContent = "Say a best estimate too";
      const sorted = [range.low, range.best, range.high].filter(one => one !== undefined);
      if (sorted.some((one, place) => place && one < sorted[place - 1])) return own.textContent = "The best estimate lies between the least and the most";
      set(path, writtenRange(range));
    }
    fields.push(() => {
      const entry = at(path), range = rangeOf(entry);
      for (const end of ends) {
        inputs[end].disabled = range === null;
        if (document.activeElement !== inputs[end]) inputs[end].value = range ? shown(range[end], field.share) : "";
      }
      if (range === null) own.textContent = `As the text has it: ${JSON.stringify(entry)}`;
    });
    const hint = field.hint ? make("small", null, field.hint) : null;
    return make("div", {class: "field range", role: "group"}, make("span", {class: "label"}, field.label), make("span", {class: "ends"}, inputs.best, " from ", inputs.low, " to ", inputs.high), own, hint);
  }
  return {show, reveal, wordsOf};
}
// What decides which fields there are: the parts and their entries, the keys of each, names that lists show.
function shape(data) {
  return PARTS.map(part => Object.entries(data[part.key] || {}).map(([id, one]) => [id, Object.keys(one || {}).filter(key => !["name", "claim", "because"].includes(key)).length, part.key === "options" || part.key === "parties" || part.key === "beliefs" ? one?.name || one?.claim : 0]));
}
