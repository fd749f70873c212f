// Reads verdicts off the values of the graph.
"use strict";
// The bytes of a text in base 85, which has commas in place of "<".
function bytesOf(text) {
  const signs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;,=>?@^_`{|}~";
  const digit = new Uint8Array(128), bytes = new Uint8Array(Math.floor(text.length * 4 / 5));
  for (let at = 0; at < signs.length; at++) digit[signs.charCodeAt(at)] = at;
  for (let at = 0, out = 0; at < text.length; at += 5) {
    let number = 0;
    for (let one = 0; one < 5; one++) number = number * 85 + (at + one < text.length ? digit[text.charCodeAt(at + one)] : 84);
    for (let one = 3; one >= 0; one--, number = Math.floor(number / 256)) if (out + one < bytes.length) bytes[out + one] = number % 256;
    out += 4;
  }
  return bytes;
}
// Restores the integers that are written as differences from the one before.
function summed(data) {
  let last = 0;
  const sum = value => typeof value === "number" ? last += value
    : Array.isArray(value) ? value.map(sum)
    : value && typeof value === "object" ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, sum(inner)])) : value;
  return sum(data);
}
// The data of the page with its tables restored.
function unpacked(model) {
  const columns = model.reasons.map(summed);
  const wavering = model.wavering.map(one => ({...one, lost: new Set(one.lost), gained: new Set(one.gained)}));
  const keys = Object.keys(model.numbers), numbers = model.numbers[keys[0]].map((_, row) =>
    Object.fromEntries(keys.map(key => [key, model.numbers[key][row]])));
  for (const record of numbers) record.address = model.graph.inputs[record.at];
  return {...model, wavering, numbers, theories: summed(model.theories), reasons: (columns[0] || []).map((_, row) => columns.map(column => column[row]))};
}
function verdictOf(theory, model, values) {
  const at = place => place === null ? null : values[place];
  const missing = theory.needs.filter(([met]) => !at(met)).map(([, text]) => text);
  if (missing.length || !theory.answers) return {missing, silent: false, none: false, choice: [], answers: []};
  const answers = theory.answers.map(answer => {
    const tests = answer.tests.map(([key, passed, left, right, counts]) => ({
      kind: "test", key, test: key, address: null, holds: Boolean(at(passed)),
      amount: at(counts) ? at(left) : null, against: at(counts) ? at(right) : null,
    }));
    return {
      chosen: Boolean(at(answer.chosen)), permissible: Boolean(at(answer.permissible)),
      score: at(answer.score), rank: at(answer.rank),
      failed: tests.filter(test => !test.holds).map(test => test.key),
      get reasons() { return [...tests, ...reasonsOf(answer, model, at)]; }, // only read where they are told
    };
  });
  return {
    missing, answers, silent: Boolean(at(theory.silent)), none: Boolean(at(theory.none)),
    choice: answers.map((a, i) => a.chosen ? i : -1).filter(i => i >= 0),
  };
}
function reasonsOf(answer, model, at) {
  return answer.reasons.map(i => model.reasons[i]).filter(r => at(r[5])).map(r => ({
    kind: r[0] ? "binding" : "term", key: model.strings[r[1]], address: r[2],
    amount: at(r[3]), against: at(r[4]), test: r[6] === null ? null : model.strings[r[6]], holds: true,
  }));
}
// Only which options a theory chooses, and whether it applies: enough to see whether it wavers.
function choiceOf(theory, values) {
  if (!theory.answers || theory.needs.some(([met]) => !values[met])) return null;
  return theory.answers.map((answer, at) => values[answer.chosen] ? at : -1).filter(at => at >= 0);
}
function statusOf(answer, verdict) {
  if (answer.failed.length) return "forbidden";
  if (answer.chosen) return verdict.choice.length === 1 ? "chosen" : "among";
  return answer.permissible ? "permitted" : "plain";
}
// What the numbers push past what may be, in a sentence each.
const impossibleOf = (words, products, values) => unique(products.filter(([, beyond]) => values[beyond])
  .map(([where, , amount]) => filled(words.impossible, {where, amount: figure(values[amount])})));

// The answer in one sentence: how many theories choose which option; `short` are their short names.
function answering(words, names, short, verdicts) {
  const t = words.answer, of = verdicts.map((verdict, at) => ({...verdict, name: names[at], short: short[at]}));
  const applying = of.filter(v => !v.missing.length), speaking = applying.filter(v => !v.silent);
  const single = speaking.filter(v => v.choice.length === 1), several = speaking.filter(v => v.choice.length > 1);
  const counts = words.letters.map((option, at) => [single.filter(v => v.choice[0] === at).length, option]).filter(([count]) => count);
  const parts = [];
  if (counts.length > 1) {
    const [[count, option], ...others] = counts;
    const first = filled(t[count === 1 ? "first-one" : "first"], {count, option});
    parts.push(filled(t.divide, {choices: listed([first, ...others.map(([count, option]) => filled(t.other, {count, option}))])}));
  } else if (counts.length) {
    const [[count, option]] = counts;
    parts.push(filled(t[count === 1 ? "alone" : count === 2 ? "both" : "all"], {theory: single[0].name, count, option}));
  }
  if (several.length) parts.push(filled(t[several.length === 1 ? "several-one" : "several"], {theory: several[0].name, count: several.length}));
  const none = speaking.filter(v => v.none).map(v => v.name), alike = applying.filter(v => v.silent).map(v => v.short);
  if (none.length) parts.push(filled(t[none.length === 1 ? "none-one" : "none"], {theories: listed(none)}));
  if (!speaking.length) parts.splice(0, parts.length, t.nothing);
  else if (alike.length) parts.push(filled(t[alike.length === 1 ? "alike-one" : "alike"], {theories: listed(alike)}));
  return parts.join("; ") + ".";
}
