// The page at work: what the reader changes, and what that changes. State is in the link; nothing is asked of any network.
"use strict";
requestAnimationFrame(() => setTimeout(async function () { // once the answer has been painted
  const plain = new Blob([bytesOf(document.getElementById("model").textContent)]).stream().pipeThrough(new DecompressionStream("deflate"));
  const model = unpacked(JSON.parse(await new Response(plain).text()));
  const graph = decoded(model.graph), words = model.words, page = words.page, tell = telling(words);
  const get = id => document.getElementById(id), state = stateOf(model);
  const QUIET = 300; // milliseconds without a change after which the address follows and wavering is worked out
  let values = null, verdicts = [], said = [], first = null, wavering = null, frame = 0, after = 0, quiet = 0;

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

  const picture = pictureOf({model, make}), numbers = numbersOf({model, state, make, put, later, commit});
  const why = whyOf({make, put}), bearers = bearersOf({model, state, make, put}), beliefs = believing({model, state, make, put, later, commit});
  const tabs = tabsOf({onshow: id => ({decides: numbers.open, why: why.open})[id]?.()});
  const rows = {
    verdicts: () => [["framework", "framework_name", "option", "option_name", "letter", "answer", "score", "failed"],
      ...verdicts.flatMap((verdict, at) => words.letters.map((letter, option) => {
        const answer = verdict.answers[option], [status, text] = said[at].marks[option] || ["absent", ""];
        const score = answer && !theories()[at].tiers ? exact(answer.score) : "";
        const id = document.querySelector(`[data-theory="${at}"]`).dataset.id;
        return [id, words.theories[at], model.file.options[option], words.options[option], letter, page["mark-" + status], score, status === "forbidden" ? text : ""];
      }))],
    burdens: () => [["of", "party", "party_name", ...words.options], ...bearers.rows(values)],
  };
  const strip = stripOf({model, state, numbers, make, put}), waver = waveringOf({model, state, graph});
  const turned = () => changesNow().flatMap((change, at) => change ? [`${words.theories[at]} ${change.words}`] : []).join(" · ");
  const dialog = sharingOf({model, state, numbers, rows, turned, make, put, later, commit});

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
    strip.settle(changes, values);
    numbers.settle();
    clearTimeout(after);
    after = setTimeout(explain); // what lies below the first screen follows right after it
    document.querySelectorAll(".as-written").forEach(one => { one.hidden = !moved; });
    if (get("view")) get("view").value = state.view.id;
    put(get("again"), [state.view.command, ...[...state.turned].map(([address, value]) => "-s " + quoted(`${address}=${exact(value)}`))].join(" "));
  }
  // A word as a shell takes it.
  const quoted = word => /^[\w.,:=+-]+$/.test(word) ? word : `'${word}'`;
  function explain() {
    why.settle(said);
    bearers.settle(values);
    beliefs.settle(values, verdicts);
    dialog.settle();
  }
  function waverSentence(wavers) {
    if (!get("wavers")) return;
    const applying = model.panel.filter(at => !verdicts[at].missing.length), of = applying.length;
    get("cover").classList.toggle("waits", !wavers); // no mark looks firm before it is known to be
    if (!wavers) return put(get("wavers"), page["wavers-wait"]);
    const count = applying.filter(at => wavers[at] && wavers[at].turns).length;
    put(get("wavers"), filled(page[count === 0 ? "wavers-none" : count === 1 ? "wavers-one" : "wavers"], {count, of}));
  }
  function later() {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(settle);
    clearTimeout(quiet);
    quiet = setTimeout(() => { // once nothing has moved for a while
      address();
      if (state.changed && !wavering && get("wavers")) waver(values, found => { wavering = found; settle(); });
    }, QUIET);
  }
  function address() { history.replaceState(null, "", state.link() || location.href.split("#")[0]); }
  function commit() {
    state.commit();
    strip.changed();
    go();
  }
  function step(key, take) {
    const before = state.link();
    take();
    strip.stepped(key, before, state.link());
    go();
  }
  function go() {
    later();
    address();
  }

  if (get("view")) get("view").addEventListener("change", () => { state.see(get("view").value); commit(); });
  get("undo").addEventListener("click", () => step("undone", state.undo));
  get("redo").addEventListener("click", () => step("redone", state.redo));
  get("reset").addEventListener("click", () => { state.clear(); commit(); });
  addEventListener("keydown", event => {
    const undo = event.key === "z" && !event.shiftKey, redo = event.key === "y" || event.key === "Z";
    if (!(event.ctrlKey || event.metaKey) || !(undo || redo) || /^(text|search|)$/.test(event.target.type ?? "-") || event.target.tagName === "TEXTAREA") return;
    event.preventDefault();
    if (undo ? state.canUndo : state.canRedo) step(undo ? "undone" : "redone", undo ? state.undo : state.redo);
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
      numbers.find(link.dataset.address, link.closest("[data-theory]")?.dataset.theory ?? "");
    } else if (link && get(link.hash.slice(1))?.classList.contains("tab") && !link.id.startsWith("tab-")) {
      event.preventDefault();
      tabs.show(link.hash.slice(1));
    } else if (row || (link && link.hash.startsWith("#why-"))) {
      event.preventDefault();
      const home = get(row ? "why-" + row.dataset.id : link.hash.slice(1));
      if (!home || !tabs.reveal(home)) return;
      for (const one of document.querySelectorAll("#why .sought")) one.classList.remove("sought");
      home.classList.add("sought");
      home.scrollIntoView({block: "start"});
      home.querySelector("summary").focus({preventScroll: true});
    }
  });
  addEventListener("hashchange", () => {
    if (location.hash && !location.hash.includes("=")) return address(); // a link to a place of the page changes nothing
    state.open(location.hash);
    commit();
  });
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
