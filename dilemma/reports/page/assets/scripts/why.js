// Why: what each theory says and by which amounts, and who bears what, as they stand now.
"use strict";
function whyOf({model, make, put, state}) {
  const tab = document.getElementById("why"), WIDE = matchMedia("(min-width: 40rem)");
  const words = model.words, articles = [...document.querySelectorAll("#why [data-theory]")].map(home => ({home, at: Number(home.dataset.theory)}));
  for (const {home} of articles) home.open = WIDE.matches; // on a narrow screen only the verdicts are seen at first
  const tables = new Map([...document.querySelectorAll(".burdens")].map(table => [table.dataset.agency, table])), cells = new Map(), drawn = new Map();
  for (const [agency, table] of tables)
    for (const row of table.tBodies[0].rows) cells.set(`${agency} ${row.dataset.party || ""}`, row);
  // A row that is needed only now: the file's table leaves out parties on whom nothing falls.
  function added(agency, party) {
    const row = make("tr", {"data-party": party}, make("th", {scope: "row"}, words.parties[party]), ...words.letters.map(() => make("td", {})));
    tables.get(agency).tBodies[0].append(row);
    cells.set(`${agency} ${party}`, row);
    return row;
  }
  const entry = ([label, text]) => make("div", {}, make("dt", {}, label), make("dd", {}, text));

  let last = null;
  // The verdict of each theory, and its reasons where they are open.
  function explain({home, at}, said) {
    put(home.querySelector(".phrase"), said[at].phrase);
    if (!home.open) return;
    const seen = JSON.stringify(said[at].why);
    if (drawn.get(home) !== seen) home.querySelector("dl").replaceChildren(...said[at].why.map(entry));
    drawn.set(home, seen);
  }
  for (const one of articles) one.home.addEventListener("toggle", () => last && explain(one, last.said));
  // The amounts by group, party and option; those of all parties under "".
  function amounts(values) {
    const groups = model.burdens[state.view.theories];
    return ["does", "allows"].flatMap((agency, group) => {
      const rows = groups[group].map(([id, ...places]) => [`${agency} ${id}`, places.map(place => place === null ? 0 : values[place])]);
      const sum = words.letters.map((_, at) => rows.reduce((total, [, row]) => total + row[at], 0));
      return [[`${agency} `, sum], ...rows];
    });
  }
  return {
    settle(said, values) {
      last = {said, values};
      if (!tab.classList.contains("away")) this.open();
    },
    // Shows how things stand, which is not done while the tab is out of sight.
    open() {
      if (!last) return;
      for (const one of articles) explain(one, last.said);
      for (const [key, row] of amounts(last.values)) {
        const line = cells.get(key) || (row.some(amount => amount !== 0) ? added(...key.split(" ")) : null);
        if (line) inRow(row).forEach((text, at) => put(line.cells[at + 1], text));
      }
    },
    // The same table in full figures, for a file.
    rows: values => amounts(values).filter(([key]) => cells.has(key)).map(([key, row]) => {
      const line = cells.get(key);
      return [words.groups[key.split(" ")[0]], line.cells[0].textContent, ...row.map(exact)];
    }),
  };
}
