// The page at work: dials, views, and what they change. State is in the link; nothing is asked of any network.
"use strict";
requestAnimationFrame(() => setTimeout(async function () { // once the verdicts have been painted
  const packed = Uint8Array.from(atob(document.getElementById("model").textContent), sign => sign.charCodeAt(0));
  const plain = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
  const model = JSON.parse(await new Response(plain).text());
  const graph = decoded(model.graph), tell = telling(model.words), inputs = model.graph.inputs;
  const place = new Map(inputs.map((address, at) => [address, at]));
  const MOST_TOLD = 3;
  const SIGNS = {chosen: "●", permitted: "○", forbidden: "✕", plain: ""};
  const state = {view: null, turned: new Map(), values: null, refused: []};
  const credences = credencesOf(model.theories[""].map(theory => theory.id));
  const get = id => document.getElementById(id);
  function see(view) { credences.under(state.view = view); }
  function reset() {
    state.turned.clear();
    credences.clear();
    state.refused = [];
  }
  see(model.views[0]);

  function make(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {}))
      if (typeof value === "function") made.addEventListener(key.slice(2), value); else made.setAttribute(key, value);
    made.append(...children);
    return made;
  }
  // Only what differs is written: what stands as it stood need not be laid out again.
  function put(place, words) { if (place.textContent !== words) place.textContent = words; }

  // What stands at an address: what was turned, else what the view sets, else the best estimate.
  const resting = address => state.view.set[address] ?? model.best[place.get(address)];
  const credence = address => address === STATED || address.startsWith(STATED + ".");
  const setting = address => credence(address) ? credences.input(address) : state.turned.get(address) ?? resting(address);
  const theories = () => model.theories[state.view.theories];

  // Verdicts.
  const rows = [...document.querySelectorAll("#grid [data-theory]")];
  const whys = [...document.querySelectorAll("#why [data-theory]")];
  const led = document.querySelector("#grid thead .lead") !== null;
  let said = [], verdicts = [], firsts = null, chosen = [], favoured = "";

  function mark([status, text]) {
    const said = status === "plain" ? {"aria-hidden": "true"} : {role: "img", "aria-label": status};
    return make("td", {class: status}, make("span", {class: "sign", ...said}, SIGNS[status]), text);
  }
  function work() {
    const values = state.values = workedOut(graph, setting, state.values);
    const before = said;
    verdicts = theories().map(theory => verdictOf(theory, model, values));
    said = theories().map((theory, at) => {
      const verdict = verdicts[at], told = tell(verdict, theory);
      told.alike = verdict.silent || !verdict.answers.length;
      return told;
    });
    return before;
  }
  function show() {
    const before = work();
    for (const row of rows) {
      const at = Number(row.dataset.theory), one = said[at];
      redraw(row, one, before[at]);
      row.classList.toggle("moved", one.phrase !== firsts[at]);
    }
    favours();
    for (const why of whys) {
      const at = Number(why.dataset.theory);
      put(why.querySelector(".phrase"), said[at].phrase);
      if (why.open) explain(why);
    }
  }
  function redraw(row, one, was) {
    if (was.alike && one.alike) put(row.cells[1], one.phrase);
    else if (was.alike === one.alike) {
      one.marks.forEach((now, at) => { if (String(now) !== String(was.marks[at])) row.cells[at + 1].replaceWith(mark(now)); });
      if (led) put(row.lastElementChild, one.lead);
    } else {
      const columns = String(model.words.options.length + (led ? 1 : 0));
      row.replaceChildren(row.firstElementChild, ...(one.alike ? [make("td", {colspan: columns, class: "remark"}, one.phrase)]
        : [...one.marks.map(mark), ...(led ? [make("td", {class: "lead"}, one.lead)] : [])]));
    }
  }
  function favours() {
    const lines = supporting(model.words, verdicts), told = String(lines);
    if (told !== favoured) get("support").replaceChildren(...lines.map(line));
    favoured = told;
  }
  const line = ([label, words]) => make("div", {}, make("dt", {}, label), make("dd", {}, words));
  function explain(why) {
    const {lead, why: reasons} = said[Number(why.dataset.theory)];
    why.querySelector(".led").textContent = lead && filled(model.words.lead, {lead});
    const options = reasons.map((sentences, at) => make("div", {},
      make("dt", {}, model.words.options[at]),
      make("dd", {}, make("ul", {}, ...sentences.map(words => make("li", {}, words))))));
    why.querySelector("dl").replaceChildren(...options);
  }
  whys.forEach(why => why.addEventListener("toggle", () => why.open && explain(why)));
  rows.forEach(row => row.querySelector("a").addEventListener("click", event => {
    event.preventDefault(); // the link's fragment holds the view
    const why = whys.find(one => one.dataset.theory === row.dataset.theory);
    why.open = true;
    why.scrollIntoView({block: "nearest"});
    why.querySelector("summary").focus();
  }));

  // The link, the command, and what is changed.
  const beliefs = believing({model, credences, theories: model.theories[""].map(theory => theory.id), make, put, mark, later});
  const number = value => String(Number(value.toPrecision(12)));
  const dials = dialsOf({model, state, make, number, setting, resting, later});
  const changes = () => [...state.turned].map(([address, value]) => [address, number(value)]);
  const flags = () => changes().map(([address, value]) => `-s ${address}=${value}`);
  function link() {
    const believed = credences.own() ? credences.given().map(([id, parts]) => [believedIn(id), number(parts)]) : [];
    const words = [...changes(), ...believed].map(pair => pair.join("="));
    if (state.view.id) words.unshift("as=" + state.view.id);
    return words.length ? "#" + words.map(encodeURI).join("&") : "";
  }
  function decoded_(word) { try { return decodeURI(word); } catch { return word; } }
  function taken(word) { // whether a word of the link could be followed
    const [key, text] = word.split("="), value = Number(text), view = model.views.find(view => view.id === text);
    if (key === "as" && view) see(view);
    if (key === "as") return view !== undefined;
    const [low, high] = model.reach[place.get(key)] || [], kept = Math.min(high, Math.max(low, value));
    if (!text || key === STATED || !equal(kept, value)) return false; // an end may come back rounded
    if (!credences.read(key, kept)) state.turned.set(key, kept);
    return true;
  }
  function open(fragment) {
    see(model.views[0]);
    reset();
    state.refused = fragment.replace(/^#/, "").split("&").filter(word => word.includes("=")).map(decoded_).filter(word => !taken(word));
  }
  function settle() {
    show();
    beliefs.settle(state.values, state.view, flags());
    const turned = state.turned.size > 0 || state.view !== model.views[0], moved = turned || credences.own();
    put(get("again"), [state.view.weigh, ...flags()].join(" "));
    document.querySelectorAll(".as-written").forEach(one => {
      one.hidden = !(one.parentElement.id === "reconcile" ? moved : turned);
      one.parentElement.classList.toggle("outrun", !one.hidden);
    });
    for (const button of document.querySelectorAll("[data-view]"))
      button.setAttribute("aria-pressed", String(button.dataset.view === state.view.id));
    const beyond = impossibleOf(model.words, model.impossible[state.view.theories], state.values).slice(0, MOST_TOLD);
    const refused = state.refused.slice(0, MOST_TOLD).map(word => filled(model.words.refused, {word}));
    get("impossible").replaceChildren(...[...refused, ...beyond].map(words => make("p", {}, words)));
    put(get("because"), state.view.because || "");
    get("reset").disabled = !moved;
    const count = state.turned.size;
    put(get("changed"), count ? `${count} ${count === 1 ? "number" : "numbers"} turned` : "Nothing turned");
    dials.settle();
  }
  let pending = 0, telling_ = 0;
  function later() {
    cancelAnimationFrame(pending);
    pending = requestAnimationFrame(settle);
    clearTimeout(telling_);
    telling_ = setTimeout(() => {
      history.replaceState(null, "", link() || location.pathname + location.search);
      const methods = beliefs.told(), then = new Map(chosen);
      const moved = [
        ...said.flatMap((one, at) => one.phrase === firsts[at] ? [] : [`${model.names[at]}: ${one.phrase}`]),
        ...methods.flatMap(([name, options]) => then.get(name) === options ? [] : [`${name}: chooses ${options}`])];
      get("news").textContent = moved.length ? "Now otherwise: " + moved.join(". ") : "All as in the file";
    }, 400);
  }

  // Views and the panel.
  for (const button of document.querySelectorAll("[data-view]"))
    button.addEventListener("click", () => {
      see(model.views.find(view => view.id === button.dataset.view));
      reset();
      later();
    });
  const copy = make("button", {type: "button", onclick: async () => {
    try { await navigator.clipboard.writeText(location.href.split("#")[0] + link()); copy.textContent = "Copied"; }
    catch { copy.textContent = "Copy it from the address bar"; }
    setTimeout(() => { copy.textContent = "Copy link"; }, 2000);
  }}, "Copy link");
  get("dials").append(
    make("div", {class: "bar-of-dials"}, make("h2", {}, "Turn the dials"), make("p", {id: "changed"}),
      make("button", {type: "button", id: "reset", onclick: () => { reset(); see(model.views[0]); later(); }}, "Reset"), copy),
    make("div", {id: "impossible", role: "status"}), make("p", {class: "key"}, "Shaded: the range the file states. Thick mark: its best estimate. Thin marks: where a theory turns, as the file stands (faded once another dial has moved)."),
    ...dials.groups());
  get("views").hidden = get("dials").hidden = false;
  addEventListener("hashchange", () => { open(location.hash); settle(); });
  addEventListener("beforeprint", () => document.querySelectorAll("#why details, #fairness details").forEach(one => { one.open = true; }));

  firsts = (work(), said.map(one => one.phrase));
  beliefs.settle(state.values, state.view, []);
  chosen = beliefs.told();
  open(location.hash);
  settle();
}));
