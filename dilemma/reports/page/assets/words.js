// Says what a theory finds at the settings in force: fills the templates that the program itself fills.
"use strict";
const DIGITS_TOLD = 2, DIGITS_IN_TABLES = 3, MOST_DIGITS = 9, MOST_TERMS = 3, SURE_DIGITS = 15;
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
const listed = names => names.length > 1 ? names.slice(0, -1).join(", ") + " and " + names[names.length - 1] : names.join("");
const filled = (template, slots) => template.replace(/\{(\w+)\}/g, (_, slot) => slots[slot]);
const unique = items => [...new Set(items)];

function telling(words) {
  const where = reason => reason.address === null ? "this" : words.places[reason.address];
  const testWords = (key, theory) => words.own[theory.id].tests[key] || {name: key};
  const wording = (key, theory) => words.own[theory.id].grounds[key] || words.grounds[key];
  const grounds = (test, reasons) => reasons.filter(r => r.kind === "binding" && r.test === test.key);

  function facts(reasons) {
    const named = key => reasons.filter(r => r.key === key).map(where);
    const all = [...named("if-so"), ...named("if-not").map(state => "not " + state)];
    return all.length ? " if " + listed(all) : "";
  }
  function ground(reason, reasons, theory) {
    const template = wording(reason.key, theory) || "{where}";
    const told = template.includes("{against}") ? contrast(reason.amount, reason.against)
      : [reason.amount === null ? "" : figure(reason.amount), ""];
    return filled(template, {where: where(reason), amount: told[0], against: told[1], facts: facts(reasons)});
  }
  function together(all, reasons, theory) {
    const told = [];
    for (let i = 0, end = 0; i < all.length; i = end) {
      while (end < all.length && all[end].key === all[i].key) end += 1;
      const template = wording(all[i].key, theory) || "", same = all.slice(i, end);
      if (template.endsWith(" {where}")) told.push(filled(template, {where: listed(unique(same.map(where)))}));
      else told.push(...same.map(r => ground(r, reasons, theory)));
    }
    return told;
  }
  function outcome(test, said, rivals) {
    if (test.amount === null && said.unopposed) return said.unopposed;
    if (test.holds && !test.amount && said.nought) return said.nought;
    if (test.holds && rivals.length && said.beside) return said.beside;
    if (test.holds) return said.passed || filled(words.passes, {test: said.name});
    return said.equal && equal(test.amount, test.against) ? said.equal : said.failed;
  }
  function compared(test, said, reasons) {
    const mine = grounds(test, reasons), of = key => mine.filter(r => r.key === key);
    const rivals = mine.filter(r => r.key === "rival");
    const worse = (a, b) => (b.amount - b.against) - (a.amount - a.against) || b.amount - a.amount;
    const worst = of("rival").sort(worse)[0];
    const [amount, against] = test.amount === null ? ["", ""] : contrast(test.amount, test.against);
    const holders = worst ? of("objection").filter(r => r.amount === worst.amount) : [];
    return filled(outcome(test, said, rivals), {
      amount, against, worst: worst ? where(worst) : "",
      breaches: listed(of("breach").map(where)), holders: listed(unique(holders.map(where))),
    });
  }
  function sentence(reason, reasons, theory) {
    if (reason.kind === "term")
      return filled(words.own[theory.id].terms[reason.key] || words.term, {where: where(reason), amount: figure(reason.amount)});
    if (reason.kind === "binding") return ground(reason, reasons, theory);
    const said = testWords(reason.key, theory);
    if (said.failed) return compared(reason, said, reasons);
    if (reason.holds) return said.passed || filled(words.passes, {test: said.name});
    return unique(together(grounds(reason, reasons), reasons, theory)).join("; ")
      || filled(words.failed, {test: said.name});
  }
  function why(answer, theory) {
    const tests = answer.reasons.filter(r => r.kind === "test"), failed = tests.filter(r => !r.holds);
    const facts = answer.reasons.filter(r => r.kind === "binding" && r.test === null && !r.key.startsWith("if-"));
    const terms = answer.reasons.filter(r => r.kind === "term" && r.amount)
      .sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
    const rest = terms.slice(MOST_TERMS), shown = terms.slice(0, rest.length === 1 ? MOST_TERMS + 1 : MOST_TERMS);
    const sum = rest.reduce((total, term) => total + term.amount, 0);
    return [...(failed.length ? failed : tests), ...facts, ...shown].map(r => sentence(r, answer.reasons, theory))
      .concat(rest.length > 1 && theory.sums ? [filled(words.rest, {count: rest.length, amount: figure(sum)})] : []);
  }
  function kind(verdict, theory) {
    if (verdict.silent) return theory.tiers ? "silent-tiers" : "silent";
    if (verdict.none) return "none";
    return theory.tiers ? "tiers" : verdict.choice.length === 1 ? "one" : "several";
  }
  function told(verdict, theory) {
    if (verdict.missing.length)
      return {phrase: filled(words.verdicts.absent, {missing: verdict.missing.join("; ")}), marks: [], why: [], lead: ""};
    const figures = theory.tiers ? verdict.answers.map(() => "") : aligned(verdict.answers.map(a => a.score));
    const mark = (a, i) => a.failed.length ? ["forbidden", testWords(a.failed[0], theory).name]
      : [a.chosen ? "chosen" : a.permissible ? "permitted" : "plain", figures[i]];
    const options = listed(verdict.choice.map(i => words.options[i]));
    return {
      lead: verdict.margin === null ? "" : figure(100 * verdict.margin) + " %",
      phrase: filled(words.verdicts[kind(verdict, theory)], {options}),
      marks: verdict.answers.map(mark),
      get why() { return verdict.answers.map(answer => why(answer, theory)); }, // only told where it is read
    };
  }
  return told;
}

// Who favours, who permits and who forbids each option, and who says nothing to choose by: labels with lines.
function supporting(words, verdicts) {
  const speaking = verdicts.map((verdict, at) => ({...verdict, name: words.theories[at]})).filter(v => v.choice.length && !v.silent);
  const by = {
    favoured: (v, at) => v.choice.length === 1 && v.choice[0] === at,
    permitted: (v, at) => v.choice.length > 1 && v.choice.includes(at),
    forbidden: (v, at) => v.answers[at].failed.length > 0,
  };
  const lines = words.options.map((option, at) => {
    const told = Object.entries(by).flatMap(([how, holds]) => {
      const theories = listed(speaking.filter(v => holds(v, at)).map(v => v.name));
      return theories ? [filled(words.support[how], {theories})] : [];
    });
    return [option, told.join("; ") || words.support.none];
  });
  const quiet = words.theories.filter((_, at) => verdicts[at].silent || verdicts[at].none);
  return quiet.length ? [...lines, [words.support.quiet, listed(quiet)]] : lines;
}

// What the dials push past what may be, in a sentence each.
const impossibleOf = (words, products, values) => unique(products.filter(([, beyond]) => values[beyond])
  .map(([where, , amount]) => filled(words.impossible, {where, amount: figure(values[amount])})));

// Reads a theory's verdict off the values of the graph.
function verdictOf(theory, model, values) {
  const at = place => place === null ? null : values[place];
  const missing = theory.needs.filter(([met]) => !at(met)).map(([, text]) => text);
  if (missing.length || !theory.answers) return {missing, silent: false, none: false, margin: null, choice: [], answers: []};
  const answers = theory.answers.map(answer => {
    const reasons = answer.reasons.map(i => model.reasons[i]).filter(r => at(r[5])).map(r => ({
      kind: r[0] ? "binding" : "term", key: model.strings[r[1]], address: r[2],
      amount: at(r[3]), against: at(r[4]), test: r[6] === null ? null : model.strings[r[6]], holds: true,
    }));
    const tests = answer.tests.map(([key, passed, left, right, counts]) => ({
      kind: "test", key, test: key, address: null, holds: Boolean(at(passed)),
      amount: at(counts) ? at(left) : null, against: at(counts) ? at(right) : null,
    }));
    return {
      chosen: Boolean(at(answer.chosen)), permissible: Boolean(at(answer.permissible)),
      score: at(answer.score), rank: at(answer.rank), reasons: [...tests, ...reasons],
      failed: tests.filter(test => !test.holds).map(test => test.key),
    };
  });
  return {
    missing, answers, silent: Boolean(at(theory.silent)), none: Boolean(at(theory.none)),
    margin: at(theory.margin[0]) && answers.length > 2 ? at(theory.margin[1]) : null,
    choice: answers.map((a, i) => a.chosen ? i : -1).filter(i => i >= 0),
  };
}
