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

const VIEW_KEYS = ["view", "of", "file", "name", "as", "set", "credences", "choice", "confidence", "because", "sources", "note"];
const MOST_TEXT = 2_000_000, MOST_REASON = 2000, MOST_SAID = 60; // characters of a file, of a reason, of what is told again
const OWN_KEYS = ["name", "choice", "confidence", "note"];

// Reads a view file into the state. Returns {own, count, told}: the reader's own words, how many settings were
// taken, and a sentence for each that was left out; or {refused}, and then nothing is changed.
function readView(text, name, model, state) {
  const words = model.words.page, refused = why => ({refused: filled(words["not-a-view"], {file: name, why})}), before = state.link();
  if (text.length > MOST_TEXT) return refused(words["view-large"]);
  try {
    const view = jsyaml.load(text, {schema: jsyaml.CORE_SCHEMA, filename: name});
    if (view === null || typeof view !== "object" || Array.isArray(view)) return refused(words["view-map"]);
    if (view.view !== VIEW_FORMAT) return refused(words["view-format"]);
    if (view.of !== model.file.id) return {refused: filled(words["other-scenario"], {file: name, of: inShort(view.of), id: model.file.id})};
    return takenView(new Map(Object.entries(view).filter(([, value]) => value !== null)), model, state);
  } catch (error) {
    state.open(before);
    return refused(error.reason ? `${error.reason}${error.mark ? ` (line ${error.mark.line + 1})` : ""}.` : words["view-broken"]);
  }
}
// A value of a view file as it is told again.
function inShort(value) {
  const said = value !== null && typeof value === "object" ? "…" : String(value);
  return said.length > MOST_SAID ? said.slice(0, MOST_SAID) + "…" : said;
}
// Takes what a view file holds into the state, from its keys and values.
function takenView(view, model, state) {
  const words = model.words.page, told = [];
  const wrong = (address, why) => told.push(filled(words["bad-value"], {address: inShort(address), why}));
  const notANumber = raw => filled(words["not-a-number"], {text: inShort(raw)});
  function entries(key) {
    const value = view.get(key) ?? {};
    if (typeof value === "object" && !Array.isArray(value)) return Object.entries(value);
    wrong(key, words["view-map"]);
    return [];
  }
  for (const key of view.keys()) if (!VIEW_KEYS.includes(key)) told.push(filled(words["unknown-key"], {key: inShort(key)}));
  if (view.has("file") && model.file.sha256 && view.get("file") !== "sha256:" + model.file.sha256) told.push(words["other-text"]);
  state.clear();
  if (view.has("as")) {
    if (model.views.some(one => one.id === view.get("as"))) state.see(view.get("as"));
    else told.push(filled(words["unknown-view"], {view: inShort(view.get("as"))}));
  }
  let count = 0;
  for (const [address, raw] of entries("set")) {
    const why = setNumber(model, state, address, raw);
    if (why) told.push(why); else count++;
  }
  const credences = entries("credences"), whole = wholeOf(credences.map(([, raw]) => inShort(raw)));
  for (const [id, raw] of credences) {
    const parts = whole ? Number(String(raw).split("/")[0]) : typeof raw === "number" ? raw : typed(inShort(raw), true).value;
    if (!(parts >= 0 && parts <= MOST_PARTS)) wrong("credences." + id, notANumber(raw));
    else if (!state.credences.read(believedIn(id), parts)) told.push(filled(words["unknown-theory"], {theory: inShort(id)}));
  }
  const own = new Map(OWN_KEYS.filter(key => view.has(key)).map(key => [key, view.get(key)]));
  for (const [key, value] of own) if (typeof value === "object") { wrong(key, words["view-text"]); own.delete(key); }
  if (own.has("choice") && !model.words.ids.includes(own.get("choice"))) {
    told.push(filled(words["unknown-choice"], {choice: inShort(own.get("choice"))}));
    own.delete("choice");
  }
  const sure = own.has("confidence") ? typed(String(own.get("confidence")), true).value : 0;
  if (!(sure >= 0 && sure <= 1)) { wrong("confidence", notANumber(own.get("confidence"))); own.delete("confidence"); }
  return {own: Object.fromEntries([...own].map(([key, value]) => [key, String(value)])), count, told};
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
  if (!state.known(address)) return filled(words["unknown-address"], {address: inShort(address)});
  const best = bestOf(full.value ?? full), record = model.numbers.find(one => one.address === address);
  const read = typeof best === "number" ? {value: best} : typed(inShort(best ?? ""), Boolean(record && record.share));
  const wrong = why => filled(words["bad-value"], {address, why});
  if (read.refused || !Number.isFinite(read.value)) return wrong(filled(words[read.refused || "not-a-number"], {...read, text: inShort(best)}));
  const why = outsideOf(model, state, address, read.value, record);
  if (why) return wrong(why);
  state.turn(address, state.held(address, read.value));
  if (full.because === undefined || full.because === null) return "";
  if (typeof full.because !== "string" || !isWellFormed(full.because)) return wrong(words["view-text"]);
  state.because.set(address, full.because.slice(0, MOST_REASON));
  return "";
}
// The best estimate of a number as a file writes it: its own, the median of percentiles, or the mean.
function bestOf(written) {
  if (Array.isArray(written)) return written.length === 2 ? (written[0] + written[1]) / 2 : written[1];
  if (written === null || typeof written !== "object") return written;
  const {best, p5, p50, p95, mean, alpha, beta, low, high, values, chances, min = 0, max = 1} = written;
  if ((best ?? p50 ?? mean) !== undefined) return best ?? p50 ?? mean;
  if (alpha !== undefined) return min + (max - min) * alpha / (alpha + beta);
  if (Array.isArray(values)) return values.reduce((sum, value, at) => sum + value * (chances || [])[at], 0);
  if (low !== undefined) return (low + high) / 2;
  return written.distribution === "lognormal" ? min + Math.sqrt((p5 - min) * (p95 - min)) : (p5 + p95) / 2;
}
// Whether a text has no half of a sign, which no address can hold.
function isWellFormed(text) { try { encodeURIComponent(text); return true; } catch { return false; } }
// A sentence if a value lies outside what the number may be; empty if not.
function outsideOf(model, state, address, value, record) {
  const [low, high] = state.bounds(address), write = record && record.share ? x => percent(x, stated) : stated;
  if (Number.isFinite(value) && equal(value, state.held(address, value))) return "";
  return filled(model.words.page.outside, {value: write(value), low: write(low), high: write(high)});
}
