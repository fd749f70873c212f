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
// The operations of a graph, each at its index: what it does, and the indices of its arguments, of which those of
// fewer than three repeat the first. Of a tally `all` holds them all.
function decoded({numbers, inputs, steps, constants, addresses, near, far, counts}) {
  const first = numbers.length + inputs.length, log = [], stack = [], of = [], args = [[], [], []], all = [];
  const next = {n: reader(constants), i: reader(addresses), far: reader(far), "#": reader(counts)};
  let place = 0;
  for (const step of steps)
    if (step === "n") stack.push(next.n());
    else if (step === "i") stack.push(numbers.length + next.i());
    else if (step === "r") stack.push(log[log.length - DIGITS.indexOf(near[place++]) - 64 * next.far()]), log.push(stack[stack.length - 1]);
    else if (step === "s") log.push(stack[stack.length - 1]);
    else {
      const taken = stack.splice(stack.length - (step === "#" ? next["#"]() : TAKES[step] || 2));
      all.push(step === "#" ? taken : null);
      args.forEach((list, at) => list.push(taken[at] ?? taken[0]));
      stack.push(first + of.push(WORK[step]) - 1);
    }
  const [one, two, three] = args.map(list => Int32Array.from(list));
  return {numbers, inputs, of, one, two, three, all};
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
// The value at every index of the graph; what nothing that moved since `earlier` leads to is not worked out again.
// `only` names the operations, as `neededBy` gives them, without which the values that are wanted cannot be had.
function workedOut({numbers, inputs, of, one, two, three, all}, setting, earlier = null, only = null) {
  const start = numbers.length + inputs.length, size = start + of.length;
  const values = earlier ? earlier.slice() : new Float64Array(size), moved = new Uint8Array(size);
  if (!earlier) { values.set(numbers); moved.fill(1, 0, start); }
  inputs.forEach((address, at) => {
    const value = setting(address, at);
    if (!Object.is(value, values[numbers.length + at])) moved[numbers.length + at] = 1;
    values[numbers.length + at] = value;
  });
  for (let step = 0, count = only ? only.length : of.length; step < count; step++) {
    const at = only ? only[step] : step, out = start + at;
    const a = one[at], b = two[at], c = three[at], list = all[at];
    if (list ? !list.some(place => moved[place]) : !(moved[a] || moved[b] || moved[c])) continue;
    const value = list ? of[at](...list.map(place => values[place])) : of[at](values[a], values[b], values[c]);
    if (earlier && Object.is(value, values[out])) continue;
    values[out] = value;
    moved[out] = 1;
  }
  return values;
}
// The operations that the values at these indices depend on, in order.
function neededBy({numbers, inputs, of, one, two, three, all}, places) {
  const start = numbers.length + inputs.length, needed = new Uint8Array(start + of.length), found = [];
  for (const place of places) if (place !== null) needed[place] = 1;
  for (let at = of.length - 1; at >= 0; at--)
    if (needed[start + at]) {
      for (const place of all[at] || [one[at], two[at], three[at]]) needed[place] = 1;
      found.push(at);
    }
  return Int32Array.from(found.reverse());
}
