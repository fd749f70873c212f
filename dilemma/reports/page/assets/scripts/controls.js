// The page's own controls: tabs made of the list of contents, and the dialog in which a view is kept and shared.
"use strict";
const MOST_LINES = 20; // sentences told at once

function tabsOf({onshow}) {
  const links = [...document.querySelectorAll("#tabs a")], list = document.getElementById("tabs");
  const panels = links.map(link => document.getElementById(link.id.slice("tab-".length)));
  list.setAttribute("role", "tablist");
  list.setAttribute("aria-label", document.getElementById("contents").getAttribute("aria-label"));
  links.forEach((link, at) => {
    link.parentElement.setAttribute("role", "presentation");
    link.setAttribute("role", "tab");
    link.setAttribute("aria-controls", panels[at].id);
    panels[at].setAttribute("role", "tabpanel");
    panels[at].setAttribute("aria-labelledby", link.id);
    link.addEventListener("click", event => {
      event.preventDefault();
      show(at);
      document.getElementById("contents").scrollIntoView(); // what the tab holds is seen from its top
    });
    link.addEventListener("keydown", event => {
      const to = {ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: links.length - 1}[event.key];
      if (to === undefined) return;
      event.preventDefault();
      const next = (to + links.length) % links.length;
      show(next);
      links[next].focus();
    });
  });
  let current = -1;
  function show(at) {
    if (at === current) return;
    current = at;
    links.forEach((link, one) => {
      link.setAttribute("aria-selected", String(one === at));
      link.tabIndex = one === at ? 0 : -1;
      panels[one].classList.toggle("away", one !== at);
    });
    onshow(panels[at].id);
  }
  document.documentElement.classList.add("tabbed");
  show(0);
  return {
    show(id) {
      show(panels.findIndex(panel => panel.id === id));
      document.getElementById("contents").scrollIntoView();
    },
    // The panel that holds an element, shown; whether there is one.
    reveal(element) {
      const at = panels.findIndex(panel => panel.contains(element));
      if (at >= 0) show(at);
      for (let one = element; one; one = one.parentElement) if (one.tagName === "DETAILS") one.open = true;
      return at >= 0;
    },
  };
}

function sharingOf({model, state, numbers, rows, turned, make, put, later, commit}) {
  const get = id => document.getElementById(id), page = model.words.page, dialog = get("sharing"), told = get("told");
  const tell = (...lines) => told.replaceChildren(...lines.map(line => make("p", {}, line)));
  const few = lines => lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES), filled(page["and-others"], {count: lines.length - MOST_LINES})] : lines;
  const own = () => Object.fromEntries(["name", "choice", "confidence", "note"].map(key => [key, get(key).value.trim()]));

  // The row of a changed number, with a field for the reader's reason; it is built once and then kept as it stands.
  function rowOf(address) {
    const record = numbers.records.get(address), write = number => record ? numbers.write(record, number) : exact(number), id = "because-" + address;
    const reason = make("textarea", {id, rows: 2, onchange: () => { state.because.set(address, reason.value.trim()); later(); commit(); }});
    const back = make("button", {type: "button", onclick: () => { state.turn(address, state.resting(address)); commit(); list(); }}), said = make("span", {});
    const home = make("li", {}, make("p", {}, make("strong", {}, record ? record.name : address), " ", said, " ", back),
      make("p", {}, make("label", {for: id}, page.because), reason));
    function settle() {
      const rest = write(state.resting(address));
      put(said, filled(page["changed-from"], {now: write(state.turned.get(address)), before: rest}));
      put(back, filled(page["reset-one"], {value: rest}));
      if (document.activeElement !== reason) reason.value = state.because.get(address) || "";
    }
    return {home, settle};
  }
  const listed = new Map(), none = make("li", {class: "aside"}, page.unchanged);
  function list() {
    put(get("turned"), turned() || page["news-none"]);
    const given = state.credences.own() ? state.credences.given() : [], whole = given.reduce((sum, [, parts]) => sum + parts, 0);
    const shares = given.map(([id, parts]) => `${model.words.short[model.theories[""].findIndex(theory => theory.id === id)]} ${percent(parts / whole)}`);
    put(get("believes"), shares.length ? filled(page.believes, {given: shares.join(", ")}) : page["believes-none"]);
    for (const [address, row] of listed) if (!state.turned.has(address)) { row.home.remove(); listed.delete(address); }
    for (const address of state.turned.keys()) {
      if (!listed.has(address)) listed.set(address, rowOf(address));
      const row = listed.get(address);
      if (!row.home.isConnected) get("changed").append(row.home);
      row.settle();
    }
    if (state.turned.size) none.remove(); else get("changed").append(none);
  }
  function download(name, type, content) {
    const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], {type}));
    const link = make("a", {href: address, download: name});
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
    tell(filled(page.saved, {file: name}));
  }
  const stem = () => [model.file.id, get("name").value.trim()].filter(Boolean).join("-").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
  // Reads how sure the reader is, and says beside the field what cannot be taken.
  function confidence() {
    const said = get("confidence").value.trim(), read = said ? typed(said, true) : {};
    const why = read.refused ? filled(page[read.refused], read)
      : read.value > 1 || read.value < 0 ? filled(page.outside, {value: said, low: "0 %", high: "100 %"}) : "";
    put(get("confidence-refused"), why);
    get("confidence").setAttribute("aria-invalid", String(Boolean(why)));
    if (said && !why) get("confidence").value = percent(read.value, stated);
    return {value: read.value, refused: why};
  }
  get("confidence").addEventListener("change", confidence);
  get("save").addEventListener("click", () => {
    const sure = confidence();
    if (sure.refused) return get("confidence").focus();
    download(`${stem()}.view.yaml`, "text/yaml", viewFile(model, state, {...own(), confidence: sure.value}));
  });
  get("open").addEventListener("click", () => get("view-file").click());
  get("view-file").addEventListener("change", async () => {
    const [file] = get("view-file").files;
    if (file) take(file.name, await file.text());
    get("view-file").value = "";
  });
  function take(name, text) {
    const read = readView(text, name, model, state);
    if (read.refused) return tell(read.refused);
    for (const [key, value] of Object.entries(read.own)) get(key).value = value;
    later();
    commit();
    list();
    tell(filled(page.opened, {file: name, count: read.count}), ...few(read.told));
  }
  get("copy").addEventListener("click", async () => {
    const base = document.documentElement.dataset.link; // where the page is shown by the studio: a link that holds the dilemma
    if (location.protocol === "file:") return tell(page["local-file"]);
    try {
      await navigator.clipboard.writeText(base ? base + state.link().replace("#", "&") : location.href.split("#")[0] + state.link());
      tell(page.copied);
    } catch { tell(page["copy-failed"]); }
  });
  const svg = () => pictureSvg(model, {title: document.title, question: document.querySelector("h1").textContent, answer: get("choices").textContent, note: get("changes").textContent.replace(model.words.page.unchanged, "")});
  get("svg").addEventListener("click", () => download(model.file.id + ".svg", "image/svg+xml", svg()));
  get("png").addEventListener("click", async () => {
    try { download(model.file.id + ".png", "image/png", await picturePng(svg())); } catch { tell(page["no-picture"]); }
  });
  get("csv").addEventListener("click", () => download(model.file.id + "-verdicts.csv", "text/csv", csvOf(rows.verdicts())));
  get("csv-burdens").addEventListener("click", () => download(model.file.id + "-burdens.csv", "text/csv", csvOf(rows.burdens())));
  get("say").addEventListener("click", () => dialog.close());
  for (const id of ["mine", "changes"])
    get(id).addEventListener("click", () => {
      list();
      tell(...few(state.refused.map(word => filled(model.words.refused, {word}))));
      dialog.showModal();
    });
  return {settle: () => dialog.open && list()};
}
