// All numbers of the page, with search and filters; those of the first screen among them.
"use strict";
const AT_FIRST = 9, MORE = 24;

function numbersOf({model, state, make, put, later, commit}) {
  const words = model.words, page = words.page, records = new Map(model.numbers.map(record => [record.address, record]));
  const {card, write, changesAt} = cardsOf({model, state, make, put, later, commit}), panel = new Set(model.panel);
  const home = document.getElementById("numbers"), found = document.getElementById("found"), more = document.getElementById("more-numbers");
  const form = document.getElementById("filters"), parties = Object.values(words.parties);
  const first = [...document.querySelectorAll("#deciding .number")].filter(one => records.has(one.dataset.address))
    .map(one => card(records.get(one.dataset.address), who => panel.has(who), one));
  let matching = [], most = AT_FIRST, listed = [], filledOnce = false, turnedWhen = "";

  const folded = said => said.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  const texts = new Map(model.numbers.map(({address, name, because, sources, parties: places}) =>
    [address, folded([name, address, because || "", ...sources, ...places.map(at => parties[at])].join(" "))]));

  function choice(id, any, choices) {
    const made = make("select", {id, onchange: () => filter()}, make("option", {value: ""}, any),
      ...choices.map(([value, name]) => make("option", {value}, name)));
    form.append(make("p", {}, make("label", {for: id}, page[id]), made));
    return {made, any: () => made.value === "", is: value => made.value === String(value), get value() { return made.value; }};
  }
  const search = make("input", {type: "search", id: "search", placeholder: page["search-hint"], oninput: () => filter()});
  form.append(make("p", {class: "search"}, make("label", {for: "search"}, page.search), search));
  const numbered = names => names.map((name, at) => [at, name]);
  const which = choice("by-state", page["any-state"], ["decides", "turned", "ranged"].map(key => [key, page["state-" + key]]));
  const theory = choice("by-theory", page["any-theory"], numbered(words.short));
  const option = choice("by-option", page["any-option"], numbered(words.options.map((name, at) => `${words.letters[at]} ${name}`)));
  const party = choice("by-party", page["any-party"], numbered(parties));
  const kind = choice("by-kind", page["any-kind"], numbered(model.groups).filter(([, name]) => name));
  form.addEventListener("submit", event => event.preventDefault());
  form.hidden = false;

  const turns = (record, who) => record.turns.filter(turn => changesAt(turn).some(([one]) => who(one)));
  const kinds = {
    decides: record => record.range !== null && turns(record, who => panel.has(who)).some(turn => !turn[2]),
    turned: record => state.turned.has(record.address) || state.setsItself(record.address),
    ranged: record => record.range !== null,
  };
  function matches(record) {
    const text = texts.get(record.address);
    return folded(search.value).split(/\s+/).every(word => text.includes(word))
      && (which.any() || kinds[which.value](record))
      && (theory.any() || turns(record, theory.is).length > 0)
      && (option.any() || option.is(record.option))
      && (party.any() || record.parties.some(party.is))
      && (kind.any() || kind.is(record.group));
  }
  // Of the numbers that turn one theory, the nearest turn comes first, those within their ranges before others.
  function nearness(record) {
    const [low, high] = record.range || record.domain;
    return Math.min(...turns(record, theory.is).map(([at, , outside]) =>
      (outside || !record.range ? 1e3 : 0) + Math.abs(at - record.best) / (high - low || 1)));
  }
  function filter() {
    most = AT_FIRST;
    matching = model.numbers.filter(matches);
    if (!theory.any()) matching = matching.map(record => [nearness(record), record]).sort(([a], [b]) => a - b).map(([, record]) => record);
    fill();
  }
  // Cards that are seen already stay as they are, also what is being typed in them.
  function fill() {
    const shows = who => theory.any() || theory.is(who), kept = new Map(listed.filter(one => one.by === theory.value).map(one => [one.record, one]));
    listed = matching.slice(0, most).map(record => kept.get(record) || {...card(record, shows), by: theory.value});
    home.replaceChildren(...listed.map(one => one.home));
    put(found, matching.length ? filled(page.found, {count: matching.length, of: model.numbers.length}) : page["found-none"]);
    const rest = Math.min(matching.length - most, MORE);
    more.replaceChildren(...(rest > 0 ? [make("button", {type: "button", onclick: () => { most += MORE; fill(); }}, filled(page.more, {count: rest}))] : []));
    listed.forEach(one => one.settle());
  }
  function clear() {
    for (const one of [which, theory, option, party, kind]) one.made.value = "";
    search.value = "";
    filledOnce = true;
  }
  return {
    records, write,
    settle() {
      const turned = [...state.turned.keys(), state.view.id].join(" ");
      if (filledOnce && which.is("turned") && turned !== turnedWhen) filter();
      turnedWhen = turned;
      for (const one of [...first, ...listed]) one.settle();
    },
    // Fills the list once its tab is opened.
    open() {
      if (!filledOnce) filter();
      filledOnce = true;
    },
    // Shows one number first among those that turn a theory, with the focus on its slider.
    find(address, who) {
      const record = records.get(address);
      if (!record) return;
      clear();
      theory.made.value = who;
      filter();
      matching = [record, ...matching.filter(one => one !== record)];
      fill();
      listed.forEach((one, at) => one.home.classList.toggle("sought", at === 0));
      listed[0].slider.focus({preventScroll: true});
    },
  };
}
