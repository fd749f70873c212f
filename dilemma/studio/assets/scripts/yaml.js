// Changes a value in the text of a file, and leaves all else as it is written: comments, order and spacing.
import {Document, Pair, YAMLMap, isMap, isScalar, parseDocument, stringify} from "yaml";

const LAYOUT = {lineWidth: 110, flowCollectionPadding: false, indent: 2};
// The order of the parts of a file, for a part that is not there yet.
const ORDER = ["format", "title", "question", "about", "agent", "language", "as_of", "domain", "unit", "baseline", "exchange",
  "worst", "enough", "discount", "tags", "sources", "quantities", "correlations", "parties", "beliefs", "consequences", "duties",
  "virtues", "options", "perspectives", "frameworks", "panel", "literature", "accepts", "note"];

export const parsed = text => parseDocument(text, {version: "1.2"});
const keyOf = pair => isScalar(pair.key) ? pair.key.value : pair.key;
const pairOf = (map, key) => map.items.find(pair => keyOf(pair) === key);
const filled = text => text.endsWith("\n") || !text ? text : text + "\n";

// The text with a value at a path; `undefined` takes the entry away, and maps that this leaves empty.
export function withValue(text, path, value) {
  const document = parsed(text);
  if (document.errors.length) return text;
  const node = document.getIn(path, true), was = document.toJS()?.[path[0]];
  if (isScalar(node) && node.range && scalar(value) && !node.comment?.includes("\n") && node.value !== null) {
    return text.slice(0, node.range[0]) + written(value, node) + text.slice(node.range[1]);
  }
  if (value === undefined) removed(document, path); else document.setIn(path, document.createNode(value, {flow: !isPlainMap(value)}));
  return withPart(text, document, path[0], was !== undefined);
}
const scalar = value => value === null || ["string", "number", "boolean"].includes(typeof value);
const isPlainMap = value => value && typeof value === "object" && !Array.isArray(value);

// The text with an entry of a map of ids moved up (-1) or down (1).
export function withMoved(text, path, way) {
  const document = parsed(text), map = document.getIn(path.slice(0, -1), true);
  const at = map.items.findIndex(pair => keyOf(pair) === path.at(-1)), to = at + way;
  if (to < 0 || to >= map.items.length) return text;
  [map.items[at], map.items[to]] = [map.items[to], map.items[at]];
  return withPart(text, document, path[0], true);
}

function removed(document, path) {
  document.deleteIn(path);
  for (let long = path.length - 1; long > 1; long--) {
    const map = document.getIn(path.slice(0, long), true);
    if (!isMap(map) || map.items.length) return;
    document.deleteIn(path.slice(0, long));
  }
}
// A scalar as the file writes it, on one line.
function written(value, node) {
  if (typeof value !== "string") return stringify(value).trimEnd();
  const quoted = node.type === "QUOTE_DOUBLE" || value.includes("\n") || value === "";
  return quoted ? JSON.stringify(value) : stringify(value, {lineWidth: 0}).trimEnd();
}
// The text with one part written anew from a changed document; all other parts stay as they are.
function withPart(text, document, key, there) {
  const old = parsed(text), oldPair = isMap(old.contents) ? pairOf(old.contents, key) : null;
  const pair = pairOf(document.contents, key);
  let part = "";
  if (pair) {
    const alone = new Document(), map = new YAMLMap();
    if (pair.key.commentBefore) pair.key.commentBefore = null;
    if (pair.key.spaceBefore) pair.key.spaceBefore = false;
    map.items.push(pair);
    alone.contents = map;
    part = alone.toString(LAYOUT);
  }
  if (oldPair && there) {
    const from = oldPair.key.range[0], to = endOf(oldPair, text);
    return text.slice(0, from) + part + text.slice(to);
  }
  if (!part) return text;
  const place = ORDER.indexOf(key), next = old.contents?.items?.find(one => ORDER.indexOf(keyOf(one)) > place);
  const before = next ? startOf(text, next.key.range[0]) : null;
  return before === null ? filled(text) + part : text.slice(0, before) + part + text.slice(before);
}
// Where a part ends: after its value and what follows it on the line.
function endOf(pair, text) {
  const end = pair.value?.range ? Math.max(pair.value.range[1], pair.key.range[1]) : pair.key.range[1];
  const within = text.slice(pair.key.range[0], pair.value?.range ? pair.value.range[2] : end);
  const lines = within.split("\n");
  let long = within.length;
  for (let at = lines.length - 1; at > 0 && /^(#.*)?$/.test(lines[at]); at--) long -= lines[at].length + 1; // blank lines and comments before the next part
  const stop = pair.key.range[0] + Math.max(long, end - pair.key.range[0]), line = text.indexOf("\n", stop - 1);
  return text[stop - 1] === "\n" ? stop : line < 0 ? text.length : line + 1;
}
// Where the comments begin that stand before a place, without a blank line between.
function startOf(text, place) {
  let start = text.lastIndexOf("\n", place - 1) + 1;
  while (start > 0) {
    const before = text.lastIndexOf("\n", start - 2) + 1, line = text.slice(before, start - 1);
    if (!/^#/.test(line)) break;
    start = before;
  }
  return start;
}
// A new id for a name, that none of the taken ones is.
export function idOf(name, taken) {
  const plain = name.normalize("NFKD").replace(/[^\w\s-]/g, "").trim().toLowerCase().replace(/[\s_]+/g, "-").replace(/^[^a-z]+/, "").slice(0, 40).replace(/-+$/, "");
  const stem = plain || "item";
  let id = stem;
  for (let at = 2; taken.includes(id); at++) id = `${stem}-${at}`;
  return id;
}
