// The numbers: for each a slider over its range with the turns as ticks, a field to type in, its reason and source;
// search and filters over all of them.
"use strict";
const STEPS = 1000, AT_FIRST = 9, MORE = 24, MOST_TURNS = 4, DIGITS_TURNED = 4;

function numbersOf({model, state, make, put, later, commit}) {
  const words = model.words, page = words.page, records = new Map(model.numbers.map(record => [record.address, record]));
  const panel = new Set(model.panel);
  const cards = new Set();
  let count = 0;

  const write = (record, value) => record.share ? percent(value, stated) : stated(value);
  const shown = (record, value) => record.share ? percent(Number(value.toPrecision(6)), stated) : exact(Number(value.toPrecision(6)));
  function alongOf({reach: [low, high], log}) {
    const along = value => Math.min(1, Math.max(0, log ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low)));
    const valueAt = part => log ? low * Math.pow(high / low, part) : low + part * (high - low);
    return {along, valueAt};
  }
  function turn(record, value) {
    state.turn(record.address, value);
    later();
  }
  // The view's own reason for a number, else the file's.
  function reasonOf(record) {
    const own = Object.hasOwn(state.view.reasons, record.address) ? state.view.reasons[record.address] : null;
    return own ? filled(page["of-view"], {view: state.view.name, reason: own}) : record.because || "";
  }

  // Where theories turn on a number, in sentences; on the first screen only the panel's, within the range if any is.
  function turnsOf(record, brief) {
    const told = record.turns.map(turn => ({where: turn[1], outside: turn[2], changes: changesOf(turn).filter(([who]) => asked(who, brief))}))
      .filter(({changes}) => changes.length), inside = told.filter(({outside}) => !outside);
    return (brief && inside.length ? inside : told).map(({where, outside, changes}) =>
      where[0].toUpperCase() + where.slice(1) + (outside ? page["outside-range"] : "") + ": "
        + changes.map(([who, change]) => `${words.short[who]} ${model.changes[change]}`).join(", "));
  }
  // Of the theory that is filtered by, else of all; on the first screen of the panel.
  const asked = (who, brief) => brief ? panel.has(who) : theory.value === "" || who === Number(theory.value);
  const list = items => make("ul", {class: "turns"}, ...items.map(one => make("li", {}, one)));
  function changesOf(turn) {
    const pairs = [];
    for (let at = 3; at < turn.length; at += 2) pairs.push([turn[at], turn[at + 1]]);
    return pairs;
  }

  // Builds the card of a number, in the element that holds it on the first screen or in a new one.
  function card(record, first = null) {
    const home = first || make("article", {class: "number", "data-address": record.address});
    const id = "number-" + count++, {along, valueAt} = alongOf(record), low = write(record, record.reach[0]), high = write(record, record.reach[1]);
    const label = make("label", {for: id}, record.name);
    const slider = make("input", {type: "range", min: 0, max: STEPS, step: 1, id, onchange: commit, oninput: () => {
      const rest = state.resting(record.address), here = Number(slider.value);
      turn(record, here === Math.round(along(rest) * STEPS) ? rest : Number(valueAt(here / STEPS).toPrecision(DIGITS_TURNED)));
    }});
    const refusal = make("p", {class: "refused", id: id + "-refused", role: "alert"});
    const field = make("input", {type: "text", inputmode: "text", autocomplete: "off", "aria-label": filled(page.field, {name: record.name}),
      "aria-describedby": refusal.id, onchange: take, onkeydown: event => { if (event.key === "Enter") take(); }});
    const reset = make("button", {type: "button", class: "back", hidden: "", onclick: () => { turn(record, state.resting(record.address)); commit(); }});
    function take() {
      const read = field.value.trim() ? typed(field.value, Boolean(record.share)) : {value: state.resting(record.address)};
      const why = read.refused ? filled(page[read.refused], read) : outsideOf(model, state, record.address, read.value, record);
      put(refusal, why);
      field.setAttribute("aria-invalid", String(Boolean(why)));
      if (why) return;
      if (read.value !== state.setting(record.address)) turn(record, read.value);
      commit();
      settle(true);
    }
    const because = make("p", {class: "because"}), said = make("span", {}), mark = home.querySelector(".rail svg") || rail(record, along);
    because.append(said, ...(record.sources.length ? [" ", make("cite", {}, record.sources.join(", "))] : []));
    const told = turnsOf(record, first), turns = make("div", {}, list(told.length ? told.slice(0, MOST_TURNS) : [page["no-turn"]]));
    if (told.length > MOST_TURNS) turns.append(make("details", {}, make("summary", {}, filled(page["more-turns"], {count: told.length - MOST_TURNS})), list(told.slice(MOST_TURNS))));
    home.replaceChildren(
      make("h3", {}, label), make("p", {class: "value"}, field), make("div", {class: "rail"}, mark, slider),
      make("p", {class: "stated"}, make("span", {}, record.stated), " ", reset), refusal, because, turns);
    let last = "";
    function settle(typing = false) {
      const value = state.setting(record.address), turned = state.turned.has(record.address), rest = state.resting(record.address);
      const stale = state.changed && !(turned && state.turned.size === 1 && !state.view.id);
      const now = [value, turned, rest, stale, state.view.id].join(" ");
      if (now === last && !typing) return;
      last = now;
      slider.value = String(Math.round(along(value) * STEPS));
      slider.setAttribute("aria-valuetext", write(record, value));
      if (document.activeElement !== field || typing) {
        field.value = shown(record, value);
        put(refusal, "");
        field.setAttribute("aria-invalid", "false");
      }
      put(said, reasonOf(record));
      put(reset, filled(page["reset-one"], {value: write(record, rest)}));
      reset.hidden = !turned;
      home.classList.toggle("turned", turned);
      home.classList.toggle("of-view", !turned && state.setsItself(record.address));
      home.classList.toggle("stale", stale);
    }
    settle(true);
    return {home, settle, record, slider};
  }
  function rail({reach: [low, high], range, best, turns}, along) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const bar = (kind, from, to, least) => {
      const width = Math.max(least, 400 * (to - from)), rect = document.createElementNS(svg.namespaceURI, "rect");
      const placed = {class: kind, x: 200 * (from + to) - width / 2, width, y: 0, height: 10};
      for (const [key, value] of Object.entries(placed)) rect.setAttribute(key, value);
      svg.append(rect);
    };
    for (const [key, value] of Object.entries({viewBox: "0 0 400 10", preserveAspectRatio: "none", "aria-hidden": "true"})) svg.setAttribute(key, value);
    if (range) bar("range", along(range[0]), along(range[1]), 0);
    for (const [at] of turns) if (at >= low && at <= high) bar("tick", along(at), along(at), 2);
    bar("best", along(best), along(best), 4);
    return svg;
  }
  function add(one) {
    cards.add(one);
    return one;
  }

  // Search and filters.
  const home = document.getElementById("numbers"), found = document.getElementById("found"), more = document.getElementById("more-numbers");
  const form = document.getElementById("filters");
  let listed_ = [], most = AT_FIRST;
  const texts = new Map(model.numbers.map(record => [record.address, folded([record.name, record.address, record.because || "",
    record.sources.join(" "), ...record.parties.map(at => Object.values(words.parties)[at])].join(" "))]));
  function folded(said) { return said.toLowerCase().normalize("NFD").replace(/\p{M}/gu, ""); }
  const select = (id, label, first, choices) => {
    const made = make("select", {id, onchange: () => filter()}, make("option", {value: ""}, first),
      ...choices.map(([value, name]) => make("option", {value}, name)));
    return [made, make("p", {}, make("label", {for: id}, label), made)];
  };
  const search = make("input", {type: "search", id: "search", placeholder: page["search-hint"], oninput: () => filter()});
  const [kind, kinds] = select("by-kind", page["by-kind"], page["any-kind"], model.groups.map((name, at) => [at, name]).filter(([, name]) => name));
  const [option, options] = select("by-option", page["by-option"], page["any-option"], words.options.map((name, at) => [at, `${words.letters[at]} ${name}`]));
  const [party, parties] = select("by-party", page["by-party"], page["any-party"], Object.values(words.parties).map((name, at) => [at, name]));
  const [theory, theories] = select("by-theory", page["by-theory"], page["any-theory"], model.theories[""].map((_, at) => [at, words.short[at]]));
  const [state_, states] = select("by-state", page["by-state"], page["any-state"],
    ["decides", "turned", "ranged"].map(key => [key, page["state-" + key]]));
  form.append(make("p", {class: "search"}, make("label", {for: "search"}, page.search), search), states, theories, options, parties, kinds);
  form.addEventListener("submit", event => event.preventDefault());
  form.hidden = false;

  function matches(record) {
    const words_ = folded(search.value).split(/\s+/).filter(Boolean), text = texts.get(record.address);
    return words_.every(word => text.includes(word))
      && (kind.value === "" || record.group === Number(kind.value))
      && (option.value === "" || record.option === Number(option.value))
      && (party.value === "" || record.parties.includes(Number(party.value)))
      && (theory.value === "" || record.turns.some(turn => changesOf(turn).some(([who]) => who === Number(theory.value))))
      && (state_.value === "" || ({
        decides: () => record.range !== null && record.turns.some(turn => !turn[2] && changesOf(turn).some(([who]) => panel.has(who))),
        turned: () => state.turned.has(record.address) || state.setsItself(record.address),
        ranged: () => record.range !== null,
      })[state_.value]());
  }
  // The numbers that a theory hangs on come with the nearest turn first.
  function ordered(records) {
    if (theory.value === "") return records;
    const who = Number(theory.value), near = record => Math.min(...record.turns.filter(turn => changesOf(turn).some(([one]) => one === who)).map(([at, , outside]) => {
      const [low, high] = record.range || record.domain;
      return (outside || !record.range ? 1e3 : 0) + Math.abs(at - record.best) / (high - low || 1);
    }));
    return [...records].sort((a, b) => near(a) - near(b));
  }
  function filter(keep = false) {
    if (!keep) most = AT_FIRST;
    listed_ = ordered(model.numbers.filter(matches));
    fill();
  }
  function fill() {
    const there = new Map([...home.children].filter(one => one.made).map(one => [one.dataset.address, one.made]));
    const seen = listed_.slice(0, most).map(record => there.get(record.address) || add(card(record)));
    seen.forEach(one => { one.home.made = one; });
    for (const one of [...cards]) if (one.home.parentElement === home && !seen.includes(one)) cards.delete(one);
    home.replaceChildren(...seen.map(one => one.home));
    put(found, listed_.length ? filled(page.found, {count: listed_.length, of: model.numbers.length}) : page["found-none"]);
    const rest = listed_.length - most;
    more.replaceChildren(...(rest > 0 ? [make("button", {type: "button", onclick: () => { most += MORE; fill(); }}, filled(page.more, {count: Math.min(rest, MORE)}))] : []));
    seen.forEach(one => one.settle());
  }
  for (const one of document.querySelectorAll("#deciding .number")) {
    const record = records.get(one.dataset.address);
    if (record) add(card(record, one));
  }
  let filledOnce = false, turnedWhen = "";
  return {
    records, write,
    settle() {
      const turned = [...state.turned.keys(), state.view.id].join(" ");
      if (filledOnce && state_.value === "turned" && turned !== turnedWhen) filter(true);
      turnedWhen = turned;
      cards.forEach(one => one.settle());
    },
    // Fills the list once its tab is opened.
    open() {
      if (!filledOnce) filter();
      filledOnce = true;
    },
    // Shows one number alone, and puts the focus on its slider.
    find(address) {
      const record = records.get(address);
      if (!record) return;
      for (const one of [kind, option, party, theory, state_]) one.value = "";
      filledOnce = true;
      search.value = "";
      most = AT_FIRST;
      listed_ = [record, ...model.numbers.filter(one => one !== record)];
      fill();
      const first = [...cards].find(one => one.record === record && one.home.parentElement === home);
      first.home.scrollIntoView({block: "nearest"});
      first.slider.focus({preventScroll: true});
    },
    // Shows the numbers on which a theory hangs.
    ofTheory(at) {
      for (const one of [kind, option, party, state_, search]) one.value = "";
      theory.value = String(at);
      filledOnce = true;
      filter();
    },
  };
}
