// Works out a graph written as data (see data.py): everything at its place, truths as 1 and 0.
"use strict";
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-";
const TAKES = {"!": 1, "e": 1, "?": 3, "=": 3, ">": 1, "<": 1, "~": 1};
const slack = (a, b) => 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
const WORK = {
  "+": (a, b) => a + b, "-": (a, b) => a - b, "*": (a, b) => a * b, "/": (a, b) => a / b,
  "v": (a, b) => (b < a ? b : a), "^": (a, b) => (b > a ? b : a),
  "p": (a, b) => Math.pow(a, b), "e": a => Math.expm1(a), "?": (truth, yes, no) => (truth ? yes : no),
  "x": (a, b) => +(a > b), "=": (a, b, gap) => Math.abs(gap) > slack(a, b) ? Math.sign(gap) : 0,
  ">": side => +(side > 0), "<": side => +(side < 0), "~": side => +(side !== 0),
  "&": (a, b) => +(a && b), "|": (a, b) => +(a || b), "!": a => +!a,
  "#": (...truths) => truths.reduce((sum, truth) => sum + (truth || 0), 0),
};
function decoded({numbers, inputs, steps}) {
  const work = [];
  let at = 0, out = numbers.length + inputs.length;
  const number = (digit = DIGITS.indexOf(steps[at++]), sum = 0) =>
    digit < 32 ? sum * 32 + digit : number(DIGITS.indexOf(steps[at++]), sum * 32 + digit - 32);
  for (; at < steps.length; out++) {
    const sign = steps[at++], count = sign === "#" ? number() : TAKES[sign] || 2;
    work.push({work: WORK[sign], args: Array.from({length: count}, () => out - number())});
  }
  return {numbers, inputs, work};
}
// What an earlier working out came to need not be worked out again where nothing that it takes has moved.
function workedOut({numbers, inputs, work}, setting, earlier = null) {
  const values = [...numbers, ...inputs.map(setting)], moved = new Uint8Array(values.length + work.length);
  if (earlier) values.forEach((value, at) => { moved[at] = +!Object.is(value, earlier[at]); });
  for (const {work: of, args} of work) {
    const at = values.length;
    let turned = !earlier;
    for (let one = 0; one < args.length && !turned; one++) turned = moved[args[one]] === 1;
    values.push(!turned ? earlier[at]
      : args.length < 4 ? of(values[args[0]], values[args[1]], values[args[2]]) : of(...args.map(at => values[at])));
    moved[at] = +(turned && !(earlier && Object.is(values[at], earlier[at])));
  }
  return values;
}
