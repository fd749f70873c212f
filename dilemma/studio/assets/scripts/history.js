// The steps of a text, back and forth; changes at one place that follow each other within a moment are one step.
const MOMENT = 1000, MOST = 200; // milliseconds; steps

export function stepsOf() {
  let past = [], at = 0, last = 0, place = null;
  return {
    begin(text) { past = [text]; at = last = 0; },
    add(text, where) {
      const now = Date.now(), joins = where === place && at > 0 && at === past.length - 1 && now - last < MOMENT;
      past.splice(joins ? at : at + 1, past.length, text);
      if (past.length > MOST) past.shift();
      at = past.length - 1;
      last = now;
      place = where;
    },
    undo() { last = 0; return at > 0 ? past[--at] : null; },
    redo() { last = 0; return at < past.length - 1 ? past[++at] : null; },
    get back() { return at > 0; },
    get forth() { return at < past.length - 1; },
  };
}
