// How each theory wavers by the numbers in force: what it would answer if one number stood elsewhere in its range.
"use strict";
const IDLE = 4; // milliseconds that must be left of a frame to begin on another number

// What a theory would answer if one number moved within its range: options lost and gained, told by letters.
function waversOf(words, now, others) {
  const lost = new Set(now.filter(at => others.some(other => !(other || []).includes(at))));
  const gained = new Set(others.flatMap(other => (other || []).filter(at => !now.includes(at))));
  const letters = set => [...set].sort((a, b) => a - b).map(at => words.letters[at]);
  const parts = [];
  if (now.length === 1 && lost.size && gained.size) parts.push(filled(words.page["wavers-to"], {options: anyOf(letters(gained))}));
  else {
    if (lost.size) parts.push(filled(words.page["wavers-drops"], {options: anyOf(letters(lost))}));
    if (gained.size) parts.push(filled(words.page["wavers-adds"], {options: anyOf(letters(gained))}));
  }
  if (others.some(other => other === null)) parts.push(words.page["wavers-none-left"]);
  return {lost, gained, words: parts.join(words.page.or)};
}
const anyOf = names => names.length > 1 ? names.slice(0, -1).join(", ") + " or " + names[names.length - 1] : names.join("");


// Puts every number with a range at its ends, a few at a time, and calls `done` with what each theory would answer,
// unless the numbers in force have changed meanwhile.
function waveringOf({model, state, graph}) {
  const words = model.words, ranged = model.numbers.filter(record => record.range), needed = new Map();
  function steps(id) { // the operations that choices by a view's theories depend on
    const places = model.theories[id].flatMap(theory => [...theory.needs.map(([met]) => met), ...(theory.answers || []).map(answer => answer.chosen)]);
    if (!needed.has(id)) needed.set(id, neededBy(graph, places));
    return needed.get(id);
  }
  return function work(values, done) {
    const link = state.link(), theories = model.theories[state.view.theories], only = steps(state.view.theories);
    const now = theories.map(theory => choiceOf(theory, values)), others = now.map(() => []);
    let place = 0;
    function step(deadline) {
      if (link !== state.link()) return;
      while (place < ranged.length && deadline.timeRemaining() > IDLE) {
        const {address, range} = ranged[place++];
        for (const end of range) {
          const moved = workedOut(graph, one => one === address ? end : state.setting(one), values, only);
          theories.forEach((theory, at) => {
            const choice = choiceOf(theory, moved);
            if (String(choice) !== String(now[at])) others[at].push(choice);
          });
        }
      }
      if (place < ranged.length) return void requestIdleCallback(step);
      done({link, found: others.map((choices, at) => ({...waversOf(words, now[at] || [], choices), turns: choices.length > 0}))});
    }
    requestIdleCallback(step);
  };
}
