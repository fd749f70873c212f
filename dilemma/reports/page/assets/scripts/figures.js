// Figures as the program writes them, and numbers as people type them.
"use strict";
const DIGITS_TOLD = 2, DIGITS_IN_TABLES = 3, MOST_DIGITS = 9, SURE_DIGITS = 15;
const DIGITS_STATED = 6, DIGITS_COMPUTED = 3, SAME = 1e-12, LARGE = [[12, "trillion"], [9, "billion"], [6, "million"]];
const exponent = x => Number(x.toExponential(SURE_DIGITS - 1).split("e")[1]);
const equal = (a, b) => a === b || Math.abs(a - b) <= slack(a, b);
const grouped = text => text.replace(/^(-?)(\d+)/, (_, sign, whole) => sign + whole.replace(/\B(?=(\d{3})+$)/g, ","));
function rounded(x, places) { // halves to even, as the number stands in binary
  if (places < 0) {
    const unit = 10 ** -places, share = Math.abs(x) / unit, below = Math.floor(share), kept = exponent(x) + 1 + places;
    if (share - below === 0.5 && below % 2 === 0) return Math.sign(x) * below * unit;
    return kept > 0 ? Number(x.toPrecision(kept)) : Math.sign(x) * Math.round(share) * unit;
  }
  if (Math.abs(x) >= 1e21) return x;
  const [whole, rest] = Math.abs(x).toFixed(Math.min(100, places + 40)).split(".");
  const kept = whole + rest.slice(0, places);
  const tie = /^50*$/.test(rest.slice(places));
  const text = tie && Number(kept.slice(-1)) % 2 === 0
    ? whole + (places ? "." + rest.slice(0, places) : "") : Math.abs(x).toFixed(places);
  return Math.sign(x) * Number(text);
}
const written = (x, places) => Math.abs(x) < 1e21 ? x.toFixed(places)
  : BigInt(x).toString() + (places ? "." + "0".repeat(places) : "");
const fixed = (x, places) => grouped(written(x === 0 ? 0 : x, Math.max(places, 0)));
function figure(amount) {
  if (amount === 0) return "0";
  const places = DIGITS_TOLD - 1 - exponent(amount);
  if (places > MOST_DIGITS)
    return amount.toExponential(DIGITS_TOLD - 1).replace(/e([+-])(\d)$/, "e$10$2");
  const near = rounded(amount, places), [unit, word] = large(near);
  if (word) return fixed(near / unit, Math.abs(near / unit) < 10 ? 1 : 0).replace(/\.0$/, "") + word;
  const text = fixed(near, places);
  return text.includes(".") ? text.replace(/0+$/, "").replace(/\.$/, "") : text;
}
function large(number) {
  const [power, word] = LARGE.find(([power]) => number !== 0 && exponent(number) >= power) || [0, ""];
  return [10 ** power, word && " " + word];
}
function stated(number) {
  if (number === 0) return "0";
  const [unit, word] = large(number), part = number / unit, power = exponent(part);
  if (power < -MOST_DIGITS) return figure(number);
  const exact = Math.abs(Number(part.toPrecision(DIGITS_STATED)) - part) <= SAME * Math.abs(part);
  const places = Math.max(0, (exact ? DIGITS_STATED : DIGITS_COMPUTED) - 1 - power);
  const text = fixed(rounded(part, places), places);
  return (text.includes(".") ? text.replace(/0+$/, "").replace(/\.$/, "") : text) + word;
}
function contrast(a, b) {
  if (equal(a, b) || !a || !b) return [figure(a), figure(b)];
  const [smaller, larger] = [Math.abs(a), Math.abs(b)].sort((x, y) => x - y);
  let places = Math.max(DIGITS_TOLD - 1 - exponent(larger), -exponent(a - b), -exponent(smaller));
  if (places > MOST_DIGITS) return [figure(a), figure(b)];
  const [left, right] = [rounded(a, places), rounded(b, places)];
  if (!left || !right) return [figure(a), figure(b)];
  while (places > 0 && left === rounded(left, places - 1) && right === rounded(right, places - 1)) places--;
  return [fixed(left, places), fixed(right, places)];
}
function aligned(scores) {
  const largest = Math.max(...scores.map(Math.abs));
  if (largest === 0) return scores.map(() => "0");
  const gaps = scores.flatMap(a => scores.filter(b => !equal(a, b)).map(b => -exponent(a - b)));
  const finest = gaps.length ? Math.max(...gaps) : 0;
  const places = Math.min(Math.max(0, DIGITS_IN_TABLES - 1 - exponent(largest), finest), MOST_DIGITS);
  return scores.map(score => fixed(rounded(score, places), places));
}
function inRow(row) {
  if (row.every(amount => equal(amount, row[0]))) return row.map(figure);
  const places = Math.min(Math.max(0, DIGITS_IN_TABLES - 1 - exponent(Math.max(...row) - Math.min(...row))), MOST_DIGITS);
  return row.map(amount => { const near = rounded(amount, places); return near ? fixed(near, places) : figure(amount); });
}
const listed = names => names.length > 1 ? names.slice(0, -1).join(", ") + " and " + names[names.length - 1] : names.join("");
const filled = (template, slots) => template.replace(/\{(\w+)\}/g, (_, slot) => slots[slot]);
const unique = items => [...new Set(items)];
const percent = (share, write = figure) => write(100 * share) + " %";
// A number in full, as a link, a file or a flag holds it.
const exact = value => String(Number(value.toPrecision(12)));

// Reads a number as a person types it: 0.5, 0,5, 50 %, 1/2, 1 in 2, 1e-6, 12.5 million, 330,000.
// Returns {value} or {refused: key of a template, ...slots}. `share` says that it is a probability: then a number
// from 1 to 100 is meant in per cent, and `read` says that no sign told so.
function typed(text, share) {
  const said = text.trim(), refused = {refused: "not-a-number", text: said};
  const plain = said.replace(/[\u2212\u2013]/g, "-").replace(/(?<=\d)[\s\u00a0\u202f'](?=\d{3}(?!\d))/g, "");
  const [, number, over, word, sign] = plain.match(
    /^([-+]?[\d.,]+(?:e[-+]?\d+)?)(?:(?:\s*\/\s*|\s(?:in|out of)\s)([\d.,]+))?\s*(million|billion|trillion)?\s*(%|per ?cent)?$/i) || [];
  if (number === undefined) return refused;
  const unclear = [number, over].find(one => /^[-+]?[1-9]\d{0,2},\d{3}$/.test(one ?? ""));
  if (unclear) return {refused: "two-readings", text: unclear, first: unclear.replace(",", ""), second: unclear.replace(",", ".")};
  const scale = {million: 1e6, billion: 1e9, trillion: 1e12}[(word || "").toLowerCase()] || 1;
  const found = decimal(number) / (over === undefined ? 1 : decimal(over)) * scale;
  const value = sign ? Number((found / 100).toPrecision(15)) : found;
  if (!Number.isFinite(value)) return refused;
  if (!share || sign) return {value};
  return {value: value > 1 && value <= 100 ? Number((value / 100).toPrecision(15)) : value, read: said};
}
// A number with a point or a comma before its decimals, and perhaps the other between its thousands.
function decimal(text) {
  const point = text.lastIndexOf("."), comma = text.lastIndexOf(",");
  if (/^[-+]?\d{1,3}(,\d{3}){1,}\.\d|^[-+]?\d{1,3}(,\d{3}){2,}$/.test(text)) return Number(text.replace(/,/g, ""));
  if (/^[-+]?\d{1,3}(\.\d{3}){1,},\d|^[-+]?\d{1,3}(\.\d{3}){2,}$/.test(text)) return Number(text.replace(/\./g, "").replace(",", "."));
  return point >= 0 && comma >= 0 ? NaN : Number(text.replace(",", "."));
}
