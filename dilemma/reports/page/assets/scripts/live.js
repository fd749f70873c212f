// The page at work: what the reader changes, and what that changes. State is in the link; nothing is asked of any network.
"use strict";
requestAnimationFrame(() => setTimeout(async function () { // once the answer has been painted
  const plain = new Blob([bytesOf(document.getElementById("model").textContent)]).stream().pipeThrough(new DecompressionStream("deflate"));
  const model = unpacked(JSON.parse(await new Response(plain).text()));
  const graph = decoded(model.graph), words = model.words, page = words.page, tell = telling(words);
  const get = id => document.getElementById(id), state = stateOf(model);
  let values = null, verdicts = [], said = [], first = null, wavering = null, frame = 0, after = 0, quiet = 0;
  const QUIET = 300; // milliseconds

  function make(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {}))
      if (typeof value === "function") made.addEventListener(key.slice(2), value); else made.setAttribute(key, value);
    made.append(...children);
    return made;
  }
  // Only what differs is written: what stands as it stood need not be laid out again.
  function put(place, text) { if (place.textContent !== text) place.textContent = text; }
  const theories = () => model.theories[state.view.theories];

  const picture = pictureOf({model, make, put}), numbers = numbersOf({model, state, make, put, later, commit});
  const why = whyOf({model, make, put, state}), beliefs = believing({model, state, make, put, later, commit});
  const tabs = tabsOf({make, onshow: id => ({decides: numbers.open, why: why.open})[id]?.()});
  const rows = {
    verdicts: () => [["theory", "option", "name", "answer", "score", "failed test"],
      ...verdicts.flatMap((verdict, at) => words.letters.map((letter, option) => {
        const answer = verdict.answers[option], [status, text] = said[at].marks[option] || ["absent", ""];
        const score = answer && !theories()[at].tiers ? exact(answer.score) : "";
        return [words.theories[at], letter, words.options[option], page["mark-" + status], score, status === "forbidden" ? text : ""];
      }))],
    burdens: () => [["of", "party", ...words.options], ...why.rows(values)],
  };
  const sharing = sharingOf({model, state, numbers, rows, make, put, later, commit, picture});

  function work() {
    values = workedOut(graph, state.setting, values);
    verdicts = theories().map(theory => verdictOf(theory, model, values));
    said = verdicts.map((verdict, at) => tell(verdict, theories()[at]));
  }
  const choiceNow = at => verdicts[at].missing.length ? null : verdicts[at].choice;
  // For each theory that chooses otherwise than by the file: its choice there, and the change in letters.
  function changesNow() {
    return verdicts.map((_, at) => {
      const before = first[at], now = choiceNow(at);
      if (String(before) === String(now) && (before === null) === (now === null)) return null;
      const change = filled(page.to, {before: choiceInLetters(words, before), after: choiceInLetters(words, now)});
      return {before: before || [], words: change};
    });
  }
  function settle() {
    work();
    const changes = changesNow(), moved = state.changed;
    if (wavering && wavering.link !== state.link()) wavering = null;
    const wavers = moved ? wavering && wavering.found : model.wavering;
    picture.settle(verdicts, said, changes, wavers);
    const panel = model.panel.map(at => verdicts[at]);
    put(get("choices"), answering(words, model.panel.map(at => words.theories[at]), model.panel.map(at => words.short[at]), panel));
    waverSentence(wavers);
    strip(changes);
    numbers.settle();
    clearTimeout(after);
    after = setTimeout(explain); // what lies below the first screen follows right after it
    document.querySelectorAll(".as-written").forEach(one => { one.hidden = !moved; });
    document.documentElement.classList.toggle("changed", moved);
    if (get("view")) get("view").value = state.view.id;
    put(get("again"), [state.view.commands.weigh, ...[...state.turned].map(([address, value]) => `-s ${address}=${exact(value)}`)].join(" "));
  }
  function explain() {
    why.settle(said, values);
    beliefs.settle(values);
    sharing.list();
  }
  function waverSentence(wavers) {
    if (!get("wavers")) return;
    const applying = model.panel.filter(at => !verdicts[at].missing.length), of = applying.length;
    get("wavers").classList.toggle("waits", !wavers); // its place stays until the new count is known
    if (!wavers) return;
    const count = applying.filter(at => wavers[at] && wavers[at].turns).length;
    put(get("wavers"), filled(page[count === 0 ? "wavers-none" : count === 1 ? "wavers-one" : "wavers"], {count, of}));
  }
  // What has changed, in a line: whose numbers, how many are changed, and which theories choose otherwise.
  function strip(changes) {
    const count = state.turned.size, parts = [];
    if (state.view.id) parts.push(filled(page.seen, {view: state.view.name}));
    if (count) parts.push(filled(page[count === 1 ? "numbers-one" : "numbers"], {count}));
    if (state.credences.own()) parts.push(page.believed);
    const order = model.panel.filter(at => changes[at]), off = changes.filter(Boolean).length - order.length;
    const what = parts.join(", "), told = get("changes");
    const beyond = impossibleOf(words, model.impossible[state.view.theories], values).slice(0, 1);
    const refused = state.refused.slice(0, 2).map(word => filled(words.refused, {word}));
    if (!what && !refused.length) put(told, page.unchanged);
    else {
      const [at] = order, slots = order.length ? {theory: words.short[at], change: changes[at].words, count: order.length - 1} : {};
      const change = order.length ? filled(page[order.length > 1 ? "moved-more" : "moved"], slots) : what ? filled(page[off ? "unmoved-off" : "unmoved"], {what, count: off}) : "";
      const rest = order.length && what ? ` (${what})` : "";
      told.replaceChildren(...(change ? [make("strong", {}, change)] : []), rest, ...[...refused, ...beyond].map(line => make("span", {class: "warn"}, " " + line)));
    }
    get("undo").disabled = !state.canUndo;
    get("redo").disabled = !state.canRedo;
    get("reset").disabled = !state.moved;
    get("strip").classList.toggle("moved", order.length > 0);
  }

  // How each theory wavers by the numbers in force: every number with a range is put at its ends, a few at a time.
  function waver() {
    const link = state.link(), ranged = model.numbers.filter(record => record.range), now = theories().map((_, at) => choiceNow(at));
    const others = now.map(() => []), base = values;
    let place = 0;
    const step = deadline => {
      if (link !== state.link()) return;
      while (place < ranged.length && deadline.timeRemaining() > 4) {
        const {address, range} = ranged[place++];
        for (const end of range) {
          const moved = workedOut(graph, one => one === address ? end : state.setting(one), base);
          theories().forEach((theory, at) => {
            const choice = choiceOf(theory, moved);
            if (String(choice) !== String(now[at])) others[at].push(choice);
          });
        }
      }
      if (place < ranged.length) return void requestIdleCallback(step);
      const found = others.map((choices, at) => ({...waversOf(words, theories()[at], now[at] || [], choices), turns: choices.length > 0}));
      wavering = {link, found};
      settle();
    };
    requestIdleCallback(step);
  }

  function later() {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(settle);
    clearTimeout(quiet);
    quiet = setTimeout(() => { // once nothing has moved for a while
      address();
      if (state.changed && !wavering && get("wavers")) waver();
    }, QUIET);
  }
  function address() { history.replaceState(null, "", state.link() || location.pathname + location.search); }
  function commit() {
    state.commit();
    go();
  }
  function go() {
    later();
    address();
  }

  if (get("view")) get("view").addEventListener("change", () => { state.see(get("view").value); commit(); });
  get("undo").addEventListener("click", () => { state.undo(); go(); });
  get("redo").addEventListener("click", () => { state.redo(); go(); });
  get("reset").addEventListener("click", () => { state.clear(); commit(); });
  addEventListener("keydown", event => {
    const undo = event.key === "z" && !event.shiftKey, redo = event.key === "y" || event.key === "Z";
    if (!(event.ctrlKey || event.metaKey) || !(undo || redo) || /^(text|search|)$/.test(event.target.type ?? "-") || event.target.tagName === "TEXTAREA") return;
    event.preventDefault();
    if (undo) state.undo(); else state.redo();
    go();
  });
  get("figures").addEventListener("click", () => {
    const on = get("picture").classList.toggle("figures");
    get("figures").setAttribute("aria-pressed", String(on));
  });
  // A link to a theory opens its reasons; one to a number opens that number.
  document.addEventListener("click", event => {
    const link = event.target.closest("a[href^='#']"), row = event.target.closest(".picture [data-theory]");
    if (link && link.dataset.address) {
      event.preventDefault();
      tabs.show("decides");
      numbers.find(link.dataset.address);
    } else if (row || (link && link.hash.startsWith("#why-"))) {
      event.preventDefault();
      const home = get(row ? "why-" + row.dataset.id : link.hash.slice(1));
      if (!home || !tabs.reveal(home)) return;
      home.scrollIntoView({block: "start"});
      home.focus({preventScroll: true});
    }
  });
  addEventListener("hashchange", () => { state.open(location.hash); state.commit(); later(); });
  addEventListener("beforeprint", () => {
    why.open();
    numbers.open();
    document.querySelectorAll("#why .theories:first-child > details, #file details, #doubts details").forEach(one => { one.open = true; });
  });

  work();
  first = verdicts.map((_, at) => choiceNow(at));
  state.commit();
  state.open(location.hash);
  state.commit();
  settle();
  explain();
  if (state.changed) later();
  get("strip").hidden = false;
  document.querySelectorAll(".controls").forEach(one => { one.hidden = false; });
  document.documentElement.classList.add("live");
}));
