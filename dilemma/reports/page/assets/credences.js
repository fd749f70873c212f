// How far each theory is believed, and what the methods that follow the dials make of it.
"use strict";
const STATED = "credences", PARTS = 100, REACH = 5; // a slider reaches so many times the largest part to start with
const believedIn = id => STATED + "." + id;

// Reads off the values of the graph: credences as shares, and for each method its figures and its winners.
function togetherOf({credences, believed, guided, methods, lottery}, values) {
  const at = place => values[place];
  const parts = credences.map(at), whole = parts.reduce((sum, part) => sum + part, 0);
  const told = methods.map(([scores, winners]) => ({scores: scores.map(at), winners: winners.map(place => Boolean(at(place)))}));
  const lots = {scores: lottery.map(at), winners: lottery.map(() => false)};
  return {
    parts, shares: parts.map(part => whole ? part / whole : 0), believed: Boolean(at(believed)),
    methods: at(believed) ? [...told, at(guided) ? lots : null] : [...told.map(() => null), null],
  };
}

// What the reader believes: kept by theory, in parts of their sum; nothing until the first turn.
function credencesOf(theories) {
  const mine = new Map();
  let view = null;
  const seen = id => view.set[believedIn(id)], own = () => mine.size > 0;
  const stated = () => own() || theories.some(id => seen(id) !== undefined);
  const of = id => (own() ? mine.get(id) : seen(id)) ?? 0;
  return {
    stated, of, own,
    under(seenBy) { view = seenBy; },
    clear() { mine.clear(); },
    read(address, parts) { // from a link; says whether it is a credence at all
      const id = theories.find(id => believedIn(id) === address);
      if (id && parts >= 0) mine.set(id, parts);
      return id !== undefined;
    },
    turn(id, parts, inForce) { // the others keep what they have, whoever gave it to them
      if (!own()) theories.forEach((other, at) => mine.set(other, inForce[at]));
      mine.set(id, parts);
    },
    input: address => address === STATED ? Number(stated()) : of(address.slice(STATED.length + 1)),
    given() { // each with its part of the sum, as the flag of the command takes it
      const given = theories.filter(id => of(id)), whole = Number(given.reduce((sum, id) => sum + of(id), 0).toPrecision(12));
      return given.map(id => [id, of(id), `${of(id)}/${whole}`]);
    },
  };
}

// Builds the sliders above the table of methods, and keeps both as they stand now.
function believing({model, credences, theories, make, put, mark, later}) {
  const table = document.querySelector("#reconcile table.grid");
  if (!table || !model.methods.length) return {settle() {}, told: () => []};
  const sliders = new Map();
  const lines = [...table.tBodies].flatMap(body => [...body.rows]).filter(row => !row.classList.contains("band"));
  const rows = model.methods.map(([, at]) => at === null ? null : lines[at]);
  lines.filter(line => !rows.includes(line)).forEach(line => line.classList.add("stands"));
  let now = null, most = PARTS;

  function lineOf(at) {
    const id = theories[at], name = "credence-" + id, share = make("output", {for: name});
    const slider = make("input", {type: "range", min: 0, max: PARTS, step: 1, id: name, oninput: () => {
      credences.turn(id, Number(slider.value), now.parts);
      later();
    }});
    sliders.set(id, {slider, share});
    return make("div", {class: "belief"}, make("label", {for: name}, model.names[at]), share, make("div", {class: "rail"}, slider));
  }
  const shelf = ({title, theories: mine}) => make("div", {role: "group", "aria-label": title}, make("p", {class: "key"}, title), ...mine.map(lineOf));
  const back = make("button", {type: "button", onclick: () => { credences.clear(); later(); }}, "Take my credences back");
  const again = make("code", {});
  const scroll = table.closest(".scroll"), legend = scroll.nextElementSibling;
  document.querySelector("#reconcile .as-written").after(make("div", {id: "credences"},
    make("p", {}, "How likely is each theory to be right? That is yours to say; only the proportions count. "
      + "Permissibility, Borda and Drawing lots follow at once."),
    make("div", {class: "beliefs"}, ...model.shelves.map(shelf)), make("p", {class: "again"}, back, again)), scroll, legend);

  const drawn = new Map();
  function row(line, told, shares) {
    const seen = JSON.stringify(told);
    if (drawn.get(line) === seen) return;
    drawn.set(line, seen);
    const figures = !told ? [] : shares ? told.scores.map(score => figure(100 * score) + " %") : aligned(told.scores);
    const cells = told ? figures.map((text, at) => mark([told.winners[at] ? "chosen" : "plain", text]))
      : [make("td", {colspan: String(model.words.options.length), class: "remark"}, "no theory that is given credence sets the options apart")];
    line.replaceChildren(line.firstElementChild, ...cells);
  }
  return {
    settle(values, view, flags) {
      now = togetherOf(model.together[view.theories], values);
      most = Math.max(most, (credences.stated() ? 1 : REACH) * Math.max(...now.parts));
      rows.forEach((line, at) => line && row(line, now.methods[at], model.methods[at][2]));
      theories.forEach((id, at) => {
        const {slider, share} = sliders.get(id);
        const idle = credences.stated() && credences.of(id) && !now.parts[at];
        put(share, idle ? "does not apply" : figure(100 * now.shares[at]) + " %");
        slider.max = String(most);
        slider.value = String(credences.stated() ? credences.of(id) : now.parts[at]);
        slider.setAttribute("aria-valuetext", share.textContent);
      });
      const given = credences.own() ? credences.given().map(([id, , share]) => `${id}=${share}`).join(",") : "";
      put(again, [view.reconcile, ...flags, ...(given ? ["-c " + given] : [])].join(" "));
      back.disabled = !credences.own();
    },
    // What each method chooses, in words.
    told: () => now ? now.methods.slice(0, -1).flatMap((told, at) => told && rows[at]
      ? [[rows[at].firstElementChild.textContent, listed(model.words.options.filter((_, option) => told.winners[option]))]] : []) : [],
  };
}
