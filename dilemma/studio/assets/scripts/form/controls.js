// The fields of the form, by kind: each shows what the text says at a path, and writes what a person chooses there.
import {endsIn, numberIn, rangeOf, shown, writtenRange} from "./figures.js";
import {make} from "../make.js";

// `file` reads and writes: `at(path)`, `set(path, value)`, `entries(part)` with ids and names; `fills` is a list of functions that
// show the text anew, `refused` what was typed and is no number, by the path of its value.
export function controlsOf(file) {
  const {at, set} = file;
  const fill = one => file.fills.push(one);

  function labelled({label, hint, wide}, input, path) {
    input.dataset.path = path.join(".");
    return make("label", {class: wide ? "field wide" : "field"}, make("span", {class: "label"}, label), input, hint ? make("small", null, hint) : null);
  }
  function field(one, path) {
    return {number: range, share: range, id: choice, state: choice, choice, ids: several, yes, date}[one.kind]?.(one, path) || words(one, path);
  }
  function words(one, path) {
    const input = one.kind === "long" ? make("textarea", {rows: 2}) : make("input", {type: "text"});
    input.addEventListener("input", () => set(path, input.value || (path.length === 1 ? "" : undefined)));
    fill(() => { const now = at(path) ?? ""; if (document.activeElement !== input || typeof now !== "string") input.value = String(now); });
    return labelled(one, input, path);
  }
  // A day: as the file writes it, or with the name of its month.
  function date(one, path) {
    const field = words(one, path), input = field.querySelector("input");
    input.addEventListener("change", () => {
      const said = input.value.trim(), day = /^\d{1,2}\.?\s+\p{L}+\.?,?\s+\d{4}$|^\p{L}+\s+\d{1,2},?\s+\d{4}$/u.test(said) ? new Date(`${said.replace(/^(\d+)\./, "$1")} UTC`) : null;
      if (day && !Number.isNaN(day.valueOf())) { input.value = day.toISOString().slice(0, 10); set(path, input.value); }
    });
    return field;
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
    return labelled(one, select, path);
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
    const order = Object.entries(degrees).sort(([a], [b]) => a - b);
    const select = make("select", {onchange: () => set(path, select.value === "" ? undefined : Number(select.value))}, order.map(([value, said]) => make("option", {value}, said)));
    fill(() => {
      const now = at(path), value = now === undefined ? "" : String(now);
      select.querySelector("[data-own]")?.remove();
      if (!Object.hasOwn(degrees, value)) select.append(make("option", {value, "data-own": true}, typeof now === "number" ? String(now) : "as the text has it"));
      select.value = value;
    });
    return labelled({label}, select, path);
  }
  // Best estimate, and from least to most; what is written in another way stays as it is.
  function range(one, path) {
    const ends = ["best", "low", "high"], inputs = {}, share = one.kind === "share", key = path.join(".");
    for (const end of ends) {
      const said = {best: "best estimate", low: "at least", high: "at most"}[end];
      inputs[end] = make("input", {type: "text", class: end, "aria-label": said, placeholder: {best: "", low: "least", high: "most"}[end], autocomplete: "off"});
      inputs[end].dataset.path = [...path, end].join(".");
      inputs[end].addEventListener("change", typed);
    }
    const own = make("small", {class: "own"}), note = make("small", {class: "note"});
    const refuse = (end, words) => {
      file.refused.set(key, {path, end, words, typed: ends.map(one => inputs[one].value), was: JSON.stringify(at(path))});
      draw();
      file.told();
    };
    function typed() {
      const stated = {}, span = endsIn(inputs.best.value, share);
      if (span) [inputs.best.value, inputs.low.value, inputs.high.value] = ["", shown(span.low, share), shown(span.high, share)];
      file.refused.delete(key);
      for (const end of ends) {
        const said = inputs[end].value.trim(), value = said ? numberIn(said, share) : undefined;
        if (value === null) return refuse(end, `“${said}” is no number: write ${share ? "20 %, 0.2, 1/5 or 1 in 5" : "a figure, such as 2 or 0.5"}`);
        if (share && (value > 1 || value < 0)) return refuse(end, `“${said}” is no chance: it lies between 0 and 100 %`);
        if (value !== undefined) stated[end] = value;
      }
      if (stated.low > stated.high) [stated.low, stated.high] = [stated.high, stated.low];
      if (stated.best === undefined && (stated.low === undefined) !== (stated.high === undefined)) return refuse("best", "Say a best estimate too");
      const sorted = [stated.low, stated.best, stated.high].filter(end => end !== undefined);
      if (sorted.some((end, place) => place && end < sorted[place - 1])) return refuse("best", "The best estimate lies between the least and the most");
      set(path, writtenRange(stated));
      draw();
      file.told();
    }
    function draw() {
      const entry = at(path), now = rangeOf(entry);
      if (file.refused.has(key) && file.refused.get(key).was !== JSON.stringify(entry)) file.refused.delete(key); // mended elsewhere
      const refused = file.refused.get(key);
      own.textContent = refused ? refused.words : now === null ? `As the text has it: ${JSON.stringify(entry)}` : "";
      ends.forEach((end, place) => {
        inputs[end].disabled = now === null;
        if (document.activeElement !== inputs[end]) inputs[end].value = refused ? refused.typed[place] : now ? shown(now[end], share) : "";
        const here = refused?.end === end;
        if (here) inputs[end].setAttribute("aria-invalid", "true");
        else if (inputs[end].hasAttribute("data-refused")) inputs[end].removeAttribute("aria-invalid");
        inputs[end].toggleAttribute("data-refused", here);
      });
      note.replaceChildren(...noteOn(one, path, now));
    }
    fill(draw);
    return make("div", {class: one.wide ? "field range wide" : "field range", role: "group"}, make("span", {class: "label"}, one.label),
      make("span", {class: "ends"}, inputs.best, " from ", inputs.low, " to ", inputs.high), own, note, one.hint ? make("small", null, one.hint) : null);
  }
  // What a number says that is easily meant otherwise: a value above 0, a count that is left open.
  function noteOn(one, path, now) {
    const best = now?.best ?? now?.high;
    if (one.sign && best > 0) return ["This counts as a good. For a harm write a minus before it."];
    const size = one.of && at(["parties", at([...path.slice(0, -1), one.of]), "size"]), most = rangeOf(size)?.best;
    if (!(most > 1) || best !== null && best !== undefined) return [];
    return [`Of the ${most}, how many does it strike? `, make("button", {type: "button", class: "small", onclick: () => set(path, size)}, `All ${most}`)];
  }
  return {field, degree, range};
}
