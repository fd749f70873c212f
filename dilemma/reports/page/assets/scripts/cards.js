// Cards of numbers: a slider over the range with the turns as ticks, a field to type in, reason, source and turns.
"use strict";
const STEPS = 1000, MOST_TURNS = 4, DIGITS_TURNED = 3, DIGITS_SHOWN = 6, WIDE = 400;

function cardsOf({model, state, make, put, later, commit}) {
  const words = model.words, page = words.page;
  let count = 0;

  const write = (record, value) => record.share ? percent(value, stated) : stated(value);
  function inField(record, value) {
    const short = Number(value.toPrecision(DIGITS_SHOWN));
    return record.share ? percent(short, stated) : exact(short);
  }
  // The place of a value on the slider, from 0 to 1, and the value at a place.
  function scaleOf({reach: [low, high], log}) {
    const along = value => Math.min(1, Math.max(0, log ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low)));
    const valueAt = part => log ? low * Math.pow(high / low, part) : low + part * (high - low);
    return {along, valueAt};
  }
  function turn(record, value) {
    state.turn(record.address, value);
    later();
  }
  // The reader's reason for a number that they changed, else the view's own, else the file's.
  function reasonOf(record) {
    const given = state.turned.has(record.address) && state.because.get(record.address);
    if (given) return filled(page.you, {reason: given});
    if (state.turned.has(record.address)) return record.because || "";
    const own = Object.hasOwn(state.view.reasons, record.address) ? state.view.reasons[record.address] : null;
    return own ? filled(page["of-view"], {view: state.view.name, reason: own}) : record.because || "";
  }

  // The theories that turn at a value, each with its change.
  function changesAt(turn) {
    const pairs = [];
    for (let at = 3; at < turn.length; at += 2) pairs.push([turn[at], turn[at + 1]]);
    return pairs;
  }
  // Where theories turn, in sentences; of those that `shows` names.
  function turnsOf(record, shows) {
    return record.turns.map(turn => ({at: turn[0], where: turn[1], outside: turn[2], changes: changesAt(turn).filter(([who]) => shows(who))}))
      .filter(({changes}) => changes.length);
  }
  function turnInWords({where, outside, changes}) {
    const told = changes.map(([who, change]) => `${words.short[who]} ${model.changes[change]}`).join(", ");
    return where[0].toUpperCase() + where.slice(1) + (outside ? page["outside-range"] : "") + ": " + told;
  }
  function turnList(told, brief) {
    const list = items => make("ul", {class: "turns"}, ...items.map(one => make("li", {}, one)));
    const box = make("div", {}, list(told.length ? told.slice(0, MOST_TURNS) : [page["no-turn"]])), rest = told.slice(MOST_TURNS);
    const more = filled(page[rest.length > 1 ? "more-turns" : "more-turns-one"], {count: rest.length});
    if (rest.length && brief) box.firstChild.append(make("li", {}, more));
    else if (rest.length) box.append(make("details", {}, make("summary", {}, more), list(rest)));
    return box;
  }

  // Builds the card of a number, in the element `home` that holds it without a script, or in a new one.
  function card(record, shows, home = null) {
    const box = home || make("article", {class: "number", "data-address": record.address}), id = "number-" + count++;
    const {along, valueAt} = scaleOf(record), every = turnsOf(record, shows), inside = every.filter(({outside}) => !outside);
    const shown = home && inside.length ? inside : every, told = shown.map(turnInWords);
    const slider = make("input", {type: "range", min: 0, max: STEPS, step: 1, id, onchange: commit, oninput: () => {
      const rest = state.resting(record.address), here = Number(slider.value);
      turn(record, here === Math.round(along(rest) * STEPS) ? rest : state.held(record.address, Number(valueAt(here / STEPS).toPrecision(DIGITS_TURNED))));
    }});
    const refusal = make("p", {class: "refused", id: id + "-refused", role: "alert"});
    const field = make("input", {type: "text", inputmode: "text", autocomplete: "off", "aria-label": filled(page.field, {name: record.name}),
      "aria-describedby": refusal.id, onchange: take, onkeydown: event => { if (event.key === "Enter") take(); }});
    const reset = make("button", {type: "button", class: "back", hidden: "", onclick: () => { turn(record, state.resting(record.address)); commit(); }});
    function take() {
      if (field.value === inField(record, state.setting(record.address)) && field.getAttribute("aria-invalid") !== "true") return;
      const read = field.value.trim() ? typed(field.value, Boolean(record.share)) : {value: state.resting(record.address)};
      const why = read.refused ? filled(page[read.refused], read) : outsideOf(model, state, record.address, read.value, record);
      put(refusal, why);
      refusal.classList.remove("read");
      field.setAttribute("aria-invalid", String(Boolean(why)));
      if (why) return;
      const value = state.held(record.address, read.value);
      if (value !== state.setting(record.address)) turn(record, value);
      commit();
      settle(true);
      if (read.read && read.read !== field.value) {
        put(refusal, filled(page["read-as"], {text: read.read, value: field.value}));
        refusal.classList.add("read");
      }
    }
    const said = make("span", {}), because = make("p", {class: "because"}, said);
    if (record.sources.length) because.append(" ", make("cite", {}, record.sources.join(", ")));
    box.replaceChildren(
      make("h3", {}, make("label", {for: id}, record.name)), make("p", {class: "value"}, field),
      make("div", {class: "rail"}, box.querySelector(".rail svg") || rail(record, along, shown), slider),
      make("p", {class: "stated"}, make("span", {}, record.stated), " ", reset), refusal, because, turnList(told, home !== null));
    let last = "";
    function settle(typing = false) {
      const value = state.setting(record.address), turned = state.turned.has(record.address), rest = state.resting(record.address);
      const stale = state.changed && !(turned && state.turned.size === 1 && !state.view.id);
      const now = [value, turned, rest, stale, state.view.id, state.because.get(record.address)].join(" ");
      if (now === last && !typing) return;
      last = now;
      slider.value = String(Math.round(along(value) * STEPS));
      slider.setAttribute("aria-valuetext", write(record, value));
      if (document.activeElement !== field || typing) {
        field.value = inField(record, value);
        put(refusal, "");
        field.setAttribute("aria-invalid", "false");
      }
      put(said, reasonOf(record));
      put(reset, filled(page["reset-one"], {value: write(record, rest)}));
      reset.hidden = !turned;
      box.classList.toggle("turned", turned);
      box.classList.toggle("stale", stale);
    }
    settle(true);
    return {home: box, settle, record, slider};
  }
  // The picture under a slider: the stated range, the best estimate, and a tick for each turn.
  function rail({reach: [low, high], range, best}, along, turns) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const bar = (kind, from, to, least) => {
      const width = Math.max(least, WIDE * (to - from)), rect = document.createElementNS(svg.namespaceURI, "rect");
      const placed = {class: kind, x: WIDE * (from + to) / 2 - width / 2, width, y: 0, height: 10};
      for (const [key, value] of Object.entries(placed)) rect.setAttribute(key, value);
      svg.append(rect);
    };
    for (const [key, value] of Object.entries({viewBox: `0 0 ${WIDE} 10`, preserveAspectRatio: "none", "aria-hidden": "true"})) svg.setAttribute(key, value);
    if (range) bar("range", along(range[0]), along(range[1]), 0);
    for (const {at} of turns) if (at >= low && at <= high) bar("tick", along(at), along(at), 2);
    bar("best", along(best), along(best), 4);
    return svg;
  }
  return {card, write, changesAt};
}
