// How likely the reader takes each theory to be right, and what methods make of it.
"use strict";
const STATED = "credences", PARTS = 100, MOST_PARTS = 1e15, REACH = 5; // a slider reaches so many times the largest part to start with
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
// `seen` returns what the view states for a theory, or undefined.
function credencesOf(theories, seen) {
  const mine = new Map();
  const own = () => mine.size > 0;
  const stated = () => own() || theories.some(id => seen(id) !== undefined);
  const of = id => (own() ? mine.get(id) : seen(id)) ?? 0;
  return {
    stated, of, own,
    clear() { mine.clear(); },
    first: theories[0],
    read(address, parts) { // from a link or a file; says whether it is a credence that can be taken
      const id = theories.find(id => believedIn(id) === address), good = id !== undefined && parts >= 0 && parts <= MOST_PARTS;
      if (good) mine.set(id, parts);
      return good;
    },
    turn(id, parts, inForce) { // the others keep what they have, whoever gave it to them
      if (!own()) theories.forEach((other, at) => mine.set(other, inForce[at]));
      mine.set(id, parts);
    },
    input: address => address === STATED ? Number(stated()) : of(address.slice(STATED.length + 1)),
    given() { // each with its part of the sum, as a flag of the command or a view file takes it
      const given = theories.filter(id => of(id)), whole = Number(given.reduce((sum, id) => sum + of(id), 0).toPrecision(12));
      return given.map(id => [id, of(id), `${of(id)}/${whole}`]);
    },
  };
}

// Builds the sliders of credence and the table of the methods that follow them; keeps both as they stand.
function believing({model, state, make, put, later, commit}) {
  const home = document.getElementById("credences");
  if (!home || !model.methods.length) return {settle() {}};
  const words = model.words, ids = model.theories[""].map(theory => theory.id), sliders = new Map();
  let now = null, most = PARTS;

  function lineOf(at) {
    const id = ids[at], name = "credence-" + id, share = make("output", {for: name});
    const slider = make("input", {type: "range", min: 0, max: PARTS, step: 1, id: name, onchange: commit, oninput: () => {
      state.credences.turn(id, Number(slider.value), now.parts);
      later();
    }});
    sliders.set(id, {slider, share});
    return make("div", {class: "belief"}, make("label", {for: name}, words.short[at]), share, slider);
  }
  const family = ({title, theories}) => make("div", {role: "group", "aria-label": title}, make("p", {class: "aside"}, title), ...theories.map(lineOf));
  const back = make("button", {type: "button", onclick: () => { state.credences.clear(); later(); commit(); }}, words.page["credences-back"]);
  const rows = model.methods.map(([name]) => make("tr", {}, make("th", {scope: "row"}, name)));
  const head = make("tr", {}, make("td", {}), ...words.letters.map(letter => make("th", {scope: "col"}, letter)));
  const table = make("table", {class: "methods", "aria-label": words.page["methods"]}, make("thead", {}, head), make("tbody", {}, ...rows));
  home.append(make("p", {}, words.page["credences-ask"]),
    make("div", {class: "scroll", tabindex: "0", role: "group", "aria-label": words.page.methods}, table),
    make("details", {class: "more", ...(matchMedia("(min-width: 40rem)").matches ? {open: ""} : {})}, make("summary", {}, words.page["credences-title"]),
      make("div", {class: "beliefs"}, ...model.families.map(family)), make("p", {}, back)));
  home.hidden = false;

  function cells(told, shares) {
    if (!told) return [make("td", {colspan: words.letters.length, class: "remark"}, words.page["no-credence"])];
    const figures = shares ? told.scores.map(score => percent(score)) : aligned(told.scores);
    return figures.map((text, at) => make("td", {class: told.winners[at] ? "chosen" : ""}, text));
  }
  const drawn = rows.map(() => "");
  return {
    settle(values, verdicts) {
      now = togetherOf(model.together[state.view.theories], values);
      most = Math.max(most, (state.credences.stated() ? 1 : REACH) * Math.max(...now.parts));
      rows.forEach((row, at) => {
        const told = now.methods[at], seen = JSON.stringify(told);
        if (drawn[at] === seen) return;
        drawn[at] = seen;
        row.replaceChildren(row.firstElementChild, ...cells(told, model.methods[at][1]));
      });
      ids.forEach((id, at) => {
        const {slider, share} = sliders.get(id), mine = state.credences.of(id);
        const idle = state.credences.stated() && mine && !now.parts[at];
        slider.disabled = verdicts[at].missing.length > 0 && !mine;
        put(share, idle ? words.page["does-not-apply"] : percent(now.shares[at]));
        slider.max = String(most);
        slider.value = String(state.credences.stated() ? mine : now.parts[at]);
        slider.setAttribute("aria-valuetext", share.textContent);
      });
      back.disabled = !state.credences.own();
    },
  };
}
