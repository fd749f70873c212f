// The strip at the lower edge: which verdict turned, whose numbers are in force, and what was done last.
"use strict";
const NAMED = 44, FEW = 3; // characters of the name of a number, and theories named where there is room

function stripOf({model, state, numbers, make, put}) {
  const words = model.words, page = words.page, get = id => document.getElementById(id);
  const WIDE = matchMedia("(min-width: 64rem)");
  let last = "";

  function nameOf(address) {
    const name = numbers.records.has(address) ? numbers.records.get(address).name : address;
    return name.length > NAMED ? name.slice(0, NAMED - 1).trimEnd() + "…" : name;
  }
  const valueOf = (address, value) => numbers.records.has(address) ? numbers.write(numbers.records.get(address), value) : exact(value);
  function fromTo(address, before, after) {
    return filled(page["from-to"], {name: nameOf(address), before: valueOf(address, before), after: valueOf(address, after)});
  }
  // What differs between two links, in words.
  function difference(before, after) {
    const read = link => new Map(link.slice(1).split("&").filter(Boolean).map(word => word.split("=").map(decodedWord)));
    const was = read(before), is = read(after), keys = unique([...was.keys(), ...is.keys()]).filter(key => was.get(key) !== is.get(key));
    const credences = keys.filter(key => key.startsWith(STATED + ".")), rest = keys.filter(key => !credences.includes(key));
    const told = rest.map(key => key === "as" ? filled(page.seen, {view: state.view.name})
      : key.startsWith(REASON_OF) ? filled(page["reason-for"], {name: nameOf(key.slice(REASON_OF.length))})
      : fromTo(key, Number(was.get(key) ?? state.resting(key)), Number(is.get(key) ?? state.resting(key))));
    if (credences.length) told.push(page.believed);
    return told.length > 2 ? filled(page["several-changes"], {count: told.length}) : told.join(", ");
  }
  // Whose numbers are in force, and which the reader changed.
  function inForce() {
    const parts = state.view.id ? [filled(page.seen, {view: state.view.name})] : [], turned = [...state.turned];
    if (turned.length === 1) parts.push(fromTo(turned[0][0], state.resting(turned[0][0]), turned[0][1]));
    else if (turned.length) parts.push(filled(page.numbers, {count: turned.length}));
    if (state.credences.own()) parts.push(page.believed);
    return parts.join(", ");
  }
  return {
    // Tells that a step was taken back or made again, until the next change.
    stepped(key, before, after) { last = filled(page[key], {what: difference(before, after)}); },
    changed() { last = ""; },
    settle(changes, values) {
      const order = model.panel.filter(at => changes[at]), off = changes.filter(Boolean).length - order.length, what = inForce();
      const few = order.slice(0, WIDE.matches ? FEW : 1), more = order.length - few.length;
      const turned = few.map(at => filled(page.moved, {theory: words.short[at], change: changes[at].words})).join(", ");
      const moved = order.length ? (more ? filled(page["moved-more"], {changes: turned, count: more}) : turned)
        : what ? filled(page[off ? "unmoved-off" : "unmoved"], {what, count: off}) : page.unchanged;
      const beyond = impossibleOf(words, model.impossible[state.view.theories], values).slice(0, 1);
      const refused = state.refused.slice(0, 2).map(word => filled(words.refused, {word}));
      const parts = [make(order.length ? "strong" : "span", {}, moved)];
      if (last) parts.push(` ${last}`);
      else if (order.length && what) parts.push(` (${what})`);
      parts.push(...[...refused, ...beyond].map(line => make("span", {class: "warn"}, " " + line)));
      const told = get("changes"), text = parts.map(part => part.textContent ?? part).join("");
      if (told.textContent !== text) told.replaceChildren(...parts);
      get("undo").disabled = !state.canUndo;
      get("redo").disabled = !state.canRedo;
      get("reset").disabled = !state.moved;
      get("strip").classList.toggle("moved", order.length > 0);
      const count = state.turned.size;
      if (get("yours")) put(get("yours"), count ? filled(page[count === 1 ? "and-yours-one" : "and-yours"], {count}) : "");
    },
  };
}
