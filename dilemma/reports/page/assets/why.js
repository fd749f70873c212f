// Why: what each theory says and by which amounts, and who bears what, as they stand now.
"use strict";
function whyOf({model, make, put, state}) {
  const words = model.words, articles = [...document.querySelectorAll("article[data-theory]")].map(home => ({home, at: Number(home.dataset.theory)}));
  const table = document.querySelector(".burdens"), cells = new Map(), drawn = new Map();
  for (const body of table ? table.tBodies : [])
    for (const row of body.rows)
      if (!row.classList.contains("band")) cells.set(`${body.dataset.agency} ${row.dataset.party || ""}`, row);
  // A row that is needed only now: the file leaves out parties on whom nothing falls.
  function added(agency, party) {
    let body = [...table.tBodies].find(one => one.dataset.agency === agency);
    const row = make("tr", {"data-party": party}, make("th", {scope: "row"}, party ? words.parties[party] : words.page["all-parties"]),
      ...words.letters.map(() => make("td", {})));
    if (!body) {
      const title = make("th", {scope: "rowgroup", colspan: words.letters.length + 1}, words.groups[agency]);
      table.append(body = make("tbody", {"data-agency": agency}, make("tr", {class: "band"}, title)));
    }
    if (!party) row.className = "sum";
    body.append(row);
    cells.set(`${agency} ${party}`, row);
    return row;
  }
  const entry = ([label, text]) => make("div", {}, make("dt", {}, label), make("dd", {}, text));

  function explain({home, at}, said, stale) {
    const told = said[at], seen = JSON.stringify([told.phrase, told.why]);
    home.classList.toggle("stale", stale);
    if (drawn.get(home) === seen) return;
    drawn.set(home, seen);
    put(home.querySelector(".phrase"), told.phrase);
    home.querySelector("dl").replaceChildren(...told.why.map(entry));
  }
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
    settle(said, values, moved) {
      for (const one of articles) explain(one, said, moved);
      for (const [key, row] of amounts(values)) {
        const line = cells.get(key) || (table && row.some(amount => amount !== 0) ? added(...key.split(" ")) : null);
        if (line) row.forEach((amount, at) => put(line.cells[at + 1], figure(amount)));
      }
    },
    // The same table in full figures, for a file.
    rows: values => amounts(values).filter(([key]) => cells.has(key)).map(([key, row]) => {
      const line = cells.get(key);
      return [line.parentElement.rows[0].textContent, line.cells[0].textContent, ...row.map(exact)];
    }),
  };
}
