// The fields of the form, by kind: each shows what the text says at a path, and writes what a person chooses there.
import {numberIn, rangeOf, shown, writtenRange} from "./figures.js";
import {make} from "../make.js";

// `file` reads and writes: `at(path)`, `set(path, value)`, `entries(part)` with ids and names, and `fills`, a list of functions
// that show the text anew.
export function controlsOf(file) {
  const {at, set} = file;
  const fill = one => file.fills.push(one);

  function labelled(label, input, hint, path) {
    input.dataset.path = path.join(".");
    return make("label", {class: "field"}, make("span", {class: "label"}, label), input, hint ? make("small", null, hint) : null);
  }
  function field(one, path) {
    return {number: range, share: range, id: choice, state: choice, choice, ids: several, yes}[one.kind]?.(one, path) || words(one, path);
  }
  function words(one, path) {
    const input = one.kind === "long" ? make("textarea", {rows: 2}) : make("input", {type: "text"});
    input.addEventListener("input", () => set(path, input.value || (path.length === 1 ? "" : undefined)));
    fill(() => { const now = at(path) ?? ""; if (document.activeElement !== input || typeof now !== "string") input.value = String(now); });
    return labelled(one.label, input, one.hint, path);
  }
  function yes(one, path) {
    const box = make("input", {type: "checkbox", onchange: () => set(path, box.checked ? true : undefined)});
    box.dataset.path = path.join(".");
    fill(() => { box.checked = at(path) === true; });
    return make("label", {class: "field yes"}, box, make("span", {class: "label"}, one.label));
  }
  function choice(one, path) {
    const choices = one.choices || {"": one.none || "—", ...Object.fromEntries(file.entries(one.of || "beliefs").flatMap(([id, name]) =>
      one.kind === "state" ? [[id, name], [`not ${id}`, `not: ${name}`]] : [[id, name]]))};
    const chosen = () => select.value === "" ? undefined : select.value === "true" ? true : select.value;
    const select = make("select", {onchange: () => set(path, chosen())}, Object.entries(choices).map(([value, said]) => make("option", {value}, said)));
    fill(() => {
      const now = at(path), value = now === undefined || now === null || now === false ? "" : String(now), known = Object.hasOwn(choices, value);
      select.querySelector("[data-own]")?.remove();
      if (!known) select.append(make("option", {value, "data-own": true}, `as the text has it: ${JSON.stringify(now)}`));
      select.value = value;
    });
    return labelled(one.label, select, one.hint, path);
  }
  // Any of several entries, or of stated choices.
  function several(one, path) {
    const choices = one.choices ? Object.entries(one.choices) : file.entries(one.of);
    const listed = () => { const now = at(path); return Array.isArray(now) ? now : []; };
    const boxes = choices.map(([id, said]) => {
      const box = make("input", {type: "checkbox", onchange: () => {
        const now = box.checked ? [...listed(), id] : listed().filter(other => other !== id);
        set(path, now.length ? now : undefined);
      }});
      fill(() => { box.checked = listed().includes(id); });
      return make("label", {class: "yes"}, box, said);
    });
    const home = make("div", {class: "field several", role: "group", tabindex: "-1", "aria-label": one.label}, make("span", {class: "label"}, one.label), boxes.length ? boxes : make("small", null, one.none || ""));
    home.dataset.path = path.join(".");
    return home;
  }
  function degree(degrees, label, path) {
    const order = Object.entries(degrees).sort(([a], [b]) => (a === "" ? -9 : a) - (b === "" ? -9 : b));
    const select = make("select", {onchange: () => set(path, select.value === "" ? undefined : Number(select.value))}, order.map(([value, said]) => make("option", {value}, said)));
    fill(() => {
      const now = at(path), value = now === undefined ? "" : String(now);
      select.querySelector("[data-own]")?.remove();
      if (!Object.hasOwn(degrees, value)) select.append(make("option", {value, "data-own": true}, typeof now === "number" ? String(now) : "as the text has it"));
      select.value = value;
    });
    return labelled(label, select, null, path);
  }
  // Best estimate, and from least to most; what is written in another way stays as it is.
  function range(one, path) {
    const ends = ["best", "low", "high"], inputs = {}, share = one.kind === "share";
    for (const end of ends) {
      const said = {best: "best estimate", low: "at least", high: "at most"}[end];
      inputs[end] = make("input", {type: "text", class: end, inputmode: "decimal", "aria-label": said, placeholder: {best: "", low: "least", high: "most"}[end], autocomplete: "off"});
      inputs[end].dataset.path = [...path, end].join(".");
      inputs[end].addEventListener("change", typed);
    }
    const own = make("small", {class: "own"});
    function typed() {
      const stated = {};
      for (const end of ends) {
        const said = inputs[end].value.trim(), value = said ? numberIn(said, share) : undefined;
        inputs[end].toggleAttribute("data-refused", value === null);
        inputs[end].setAttribute("aria-invalid", String(value === null));
        if (value === null) return own.textContent = `“${said}” is no number: write 0.2, 20 % or 1/5`;
        if (value !== undefined) stated[end] = value;
      }
      own.textContent = "";
      if (stated.best === undefined && (stated.low === undefined) !== (stated.high === undefined)) return own.textContent = "Say a best estimate too";
      const sorted = [stated.low, stated.best, stated.high].filter(end => end !== undefined);
      if (sorted.some((end, place) => place && end < sorted[place - 1])) return own.textContent = "The best estimate lies between the least and the most";
      set(path, writtenRange(stated));
    }
    fill(() => {
      const entry = at(path), now = rangeOf(entry);
      for (const end of ends) {
        inputs[end].disabled = now === null;
        if (document.activeElement !== inputs[end] && !inputs[end].hasAttribute("data-refused")) inputs[end].value = now ? shown(now[end], share) : "";
      }
      if (now === null) own.textContent = `As the text has it: ${JSON.stringify(entry)}`;
    });
    return make("div", {class: "field range", role: "group"}, make("span", {class: "label"}, one.label),
      make("span", {class: "ends"}, inputs.best, " from ", inputs.low, " to ", inputs.high), own, one.hint ? make("small", null, one.hint) : null);
  }
  return {field, degree, range};
}
