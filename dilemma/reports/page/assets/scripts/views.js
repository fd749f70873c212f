// View files: what the reader changed, with reasons, credences and a choice of their own; written and read as YAML.
"use strict";
const VIEW_FORMAT = 1;

// The text of a view file; `own` holds the name, choice, confidence and note that the reader gives.
function viewFile(model, state, own) {
  const set = Object.fromEntries([...state.turned].map(([address, value]) => {
    const because = state.because.get(address), plain = Number(exact(value));
    return [address, because ? {value: plain, because} : plain];
  }));
  const given = state.credences.own() ? state.credences.given() : [];
  const view = {
    view: VIEW_FORMAT, of: model.file.id, file: model.file.sha256 && "sha256:" + model.file.sha256,
    name: own.name, as: state.view.id, set: Object.keys(set).length ? set : null,
    credences: given.length ? Object.fromEntries(given.map(([id, , share]) => [id, share])) : null,
    choice: own.choice, confidence: own.confidence, note: own.note,
  };
  const stated = Object.entries(view).filter(([, value]) => value !== null && value !== undefined && value !== "");
  return jsyaml.dump(Object.fromEntries(stated), {lineWidth: 110});
}

// Reads a view file into the state. Returns {own, count, told}: the reader's own words, how many settings were
// taken, and a sentence for each that was left out; or {refused} if nothing could be taken.
function readView(text, name, model, state) {
  const words = model.words.page, refused = why => ({refused: filled(words["not-a-view"], {file: name, why})});
  let view = null;
  try { view = jsyaml.load(text, {schema: jsyaml.CORE_SCHEMA, filename: name}); }
  catch (error) { return refused(`${error.reason || error.message}${error.mark ? ` (line ${error.mark.line + 1})` : ""}.`); }
  if (view === null || typeof view !== "object" || Array.isArray(view)) return refused(words["view-map"]);
  const has = key => Object.hasOwn(view, key) && view[key] !== null, of = key => has(key) ? view[key] : undefined;
  if (of("view") !== VIEW_FORMAT) return refused(words["view-format"]);
  if (of("of") !== model.file.id)
    return {refused: filled(words["other-scenario"], {file: name, of: String(of("of") ?? "?"), id: model.file.id})};
  const told = [], map = key => has(key) && typeof of(key) === "object" && !Array.isArray(of(key)) ? Object.entries(of(key)) : [];
  if (has("file") && model.file.sha256 && of("file") !== "sha256:" + model.file.sha256) told.push(words["other-text"]);
  state.clear();
  if (has("as")) {
    if (model.views.some(one => one.id === of("as"))) state.see(of("as"));
    else told.push(filled(words["unknown-view"], {view: String(of("as"))}));
  }
  let count = 0;
  for (const [address, raw] of map("set")) {
    const why = setNumber(model, state, address, raw);
    if (why) told.push(why); else count++;
  }
  const whole = wholeOf(map("credences").map(([, raw]) => String(raw)));
  for (const [id, raw] of map("credences")) {
    const parts = whole ? Number(raw.split("/")[0]) : typeof raw === "number" ? raw : typed(String(raw), true).value;
    if (!(parts >= 0)) told.push(filled(words["bad-value"], {address: "credences." + id, why: filled(words["not-a-number"], {text: String(raw)})}));
    else if (!state.credences.read(believedIn(id), parts)) told.push(filled(words["unknown-theory"], {theory: id}));
  }
  const own = Object.fromEntries(["name", "choice", "confidence", "note"].filter(has).map(key => [key, String(of(key))]));
  if (own.choice !== undefined && !model.words.ids.includes(own.choice)) {
    told.push(filled(words["unknown-choice"], {choice: own.choice}));
    delete own.choice;
  }
  return {own, count, told};
}
// The denominator that all of these fractions share; empty if they are not all such. Only proportions count, and
// numerators keep them exact.
function wholeOf(texts) {
  const found = unique(texts.map(text => (text.match(/^\d+(?:\.\d+)?\/(\d+(?:\.\d+)?)$/) || [])[1]));
  return found.length === 1 ? found[0] : "";
}
// Sets one number of a view file; returns a sentence if it cannot be set.
function setNumber(model, state, address, raw) {
  const words = model.words.page, full = raw !== null && typeof raw === "object" && !Array.isArray(raw) ? raw : {value: raw};
  if (!state.known(address)) return filled(words["unknown-address"], {address});
  const best = Array.isArray(full.value) ? full.value[Math.floor(full.value.length / 2)] : full.value ?? full.best;
  const record = model.numbers.find(one => one.address === address);
  const read = typeof best === "number" ? {value: best} : typed(String(best ?? ""), Boolean(record && record.share));
  const why = read.refused ? filled(words[read.refused], read) : outsideOf(model, state, address, read.value, record);
  if (why) return filled(words["bad-value"], {address, why});
  state.turn(address, read.value);
  if (typeof full.because === "string" && full.because) state.because.set(address, full.because);
  return "";
}
// A sentence if a value lies outside what the number may be; empty if not.
function outsideOf(model, state, address, value, record) {
  const [low, high] = state.bounds(address), write = record && record.share ? x => percent(x, stated) : stated;
  if (value >= low && value <= high || equal(value, low) || equal(value, high)) return "";
  return filled(model.words.page.outside, {value: write(value), low: write(low), high: write(high)});
}
