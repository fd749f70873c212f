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
function decoded({numbers, inputs, steps, constants, addresses, near, far, counts}) {
  const work = [], log = [], stack = [], next = {n: reader(constants), i: reader(addresses), far: reader(far), "#": reader(counts)};
  let place = 0;
  const first = numbers.length + inputs.length;
  for (const step of steps)
    if (step === "n") stack.push(next.n());
    else if (step === "i") stack.push(numbers.length + next.i());
    else if (step === "r") stack.push(log[log.length - DIGITS.indexOf(near[place++]) - 64 * next.far()]), log.push(stack[stack.length - 1]);
    else if (step === "s") log.push(stack[stack.length - 1]);
    else {
      const count = step === "#" ? next["#"]() : TAKES[step] || 2;
      work.push({work: WORK[step], args: stack.splice(stack.length - count)});
      stack.push(first + work.length - 1);
    }
  return {numbers, inputs, work};
}
function reader(text) {
  let at = 0;
  return () => {
    for (let sum = 0;;) {
      const digit = DIGITS.indexOf(text[at++]);
      if (digit < 32) return sum * 32 + digit;
      sum = sum * 32 + digit - 32;
    }
  };
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
