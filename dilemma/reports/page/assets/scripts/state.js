// What the reader has changed: the view they start from, numbers with reasons, and credences; with its history.
"use strict";
const REASON_OF = "because.";

function stateOf(model) {
  const place = new Map(model.graph.inputs.map((address, at) => [address, at]));
  const views = new Map(model.views.map(view => [view.id, view])), file = model.views[0];
  const sets = new Map(model.views.map(view => [view.id, new Map(Object.entries(view.set))]));
  const theories = model.theories[""].map(theory => theory.id);
  const credences = credencesOf(theories, id => sets.get(state.view.id).get(believedIn(id)));
  const past = [], MOST_STEPS = 500;
  let step = -1;
  const state = {
    view: file, turned: new Map(), because: new Map(), credences, refused: [],
    // What stands at an address: what was turned, else what the view sets, else the file's best estimate.
    resting: address => sets.get(state.view.id).get(address) ?? model.best[place.get(address)],
    setting(address) {
      if (address === STATED || address.startsWith(STATED + ".")) return credences.input(address);
      return state.turned.get(address) ?? state.resting(address);
    },
    setsItself: address => sets.get(state.view.id).has(address),
    known: address => place.has(address) && !address.startsWith(STATED),
    bounds: address => model.bounds[place.get(address)],
    turn(address, value) {
      if (value === state.resting(address)) state.turned.delete(address); else state.turned.set(address, value);
    },
    // Takes a view as a start: numbers that were turned stay turned.
    see(id) {
      state.view = views.get(id) || file;
    },
    // A value held within the bounds of the number at an address; an end may come in rounded.
    held(address, value) {
      const [low, high] = state.bounds(address);
      return Math.min(high, Math.max(low, value));
    },
    clear() {
      state.view = file;
      for (const kept of [state.turned, state.because]) kept.clear();
      credences.clear();
      state.refused = [];
    },
    get changed() { return state.turned.size > 0 || state.view !== file; },
    get moved() { return state.changed || credences.own(); },
    link: () => linkOf(state),
    open(fragment) {
      state.clear();
      state.refused = fragment.replace(/^#/, "").split("&").filter(word => word.includes("=")).map(decodedWord)
        .filter(word => !taken(state, word, views)).map(inSight);
    },
    // Notes a step that can be taken back; what is as it was is no step.
    commit() {
      const now = linkOf(state);
      if (now === past[step]) return;
      past.splice(step + 1, past.length, now);
      if (past.length > MOST_STEPS) past.shift();
      step = past.length - 1;
    },
    undo() {
      state.commit(); // what is under way is a step too
      if (state.canUndo) state.open(past[--step]);
    },
    redo() { if (state.canRedo) state.open(past[++step]); },
    get canUndo() { return step > 0; },
    get canRedo() { return step < past.length - 1; },
  };
  return state;
}

// The fragment of an address that opens the state again; empty if nothing is changed.
function linkOf(state) {
  const given = state.credences.given(), none = state.credences.own() && !given.length; // all at 0 are credences too
  const believed = none ? [[believedIn(state.credences.first), "0"]]
    : state.credences.own() ? given.map(([id, parts]) => [believedIn(id), exact(parts)]) : [];
  const reasons = [...state.because].filter(([address, text]) => text && state.turned.has(address))
    .map(([address, text]) => [REASON_OF + address, text]);
  const words = [...[...state.turned].map(([address, value]) => [address, exact(value)]), ...reasons, ...believed];
  if (state.view.id) words.unshift(["as", state.view.id]);
  return words.length ? "#" + words.map(pair => pair.map(encodeURIComponent).join("=")).join("&") : "";
}
function decodedWord(word) { try { return decodeURIComponent(word); } catch { return word; } }
// A word of a fragment to be shown: its beginning, with a mark for each character that cannot be seen.
const MOST_SHOWN = 60;
function inSight(word) {
  const begun = word.length > MOST_SHOWN ? word.slice(0, MOST_SHOWN - 1) + "…" : word;
  return begun.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "\ufffd");
}
// Whether a word of a fragment could be followed.
function taken(state, word, views) {
  const [key] = word.split("=", 1), text = word.slice(key.length + 1), value = Number(text);
  if (key === "as") {
    if (views.has(text)) state.see(text);
    return views.has(text);
  }
  if (key.startsWith(REASON_OF)) {
    const address = key.slice(REASON_OF.length);
    if (state.known(address)) state.because.set(address, text);
    return state.known(address);
  }
  if (!/^-?\d*\.?\d+(e[-+]?\d+)?$/i.test(text) || !Number.isFinite(value)) return false;
  if (key.startsWith(STATED + ".")) return state.credences.read(key, value);
  if (!state.known(key)) return false;
  const kept = state.held(key, value);
  if (!equal(kept, value)) return false;
  state.turn(key, kept);
  return true;
}
