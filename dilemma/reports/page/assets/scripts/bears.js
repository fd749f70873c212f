// Who bears what under each option, as it stands now: what the act itself does, apart from what comes of it.
"use strict";
function bearersOf({model, state, make, put}) {
  const words = model.words, cells = new Map();
  const tables = new Map([...document.querySelectorAll(".burdens")].map(table => [table.dataset.agency, table]));
  for (const [agency, table] of tables)
    for (const row of table.tBodies[0].rows) cells.set(`${agency} ${row.dataset.party || ""}`, row);

  // A row that is needed only now: the file's table leaves out parties on whom nothing falls.
  function added(agency, party) {
    const row = make("tr", {"data-party": party}, make("th", {scope: "row"}, words.parties[party]), ...words.letters.map(() => make("td", {})));
    tables.get(agency).tBodies[0].append(row);
    tables.get(agency).parentElement.hidden = false;
    cells.set(`${agency} ${party}`, row);
    return row;
  }
  // The amounts by group and party, with one for each option; those of all parties under "".
  function amounts(values) {
    const groups = model.burdens[state.view.theories];
    return ["does", "allows"].flatMap((agency, group) => {
      const rows = groups[group].map(([id, ...places]) => [`${agency} ${id}`, places.map(place => place === null ? 0 : values[place])]);
      const sum = words.letters.map((_, at) => rows.reduce((total, [, row]) => total + row[at], 0));
      return [[`${agency} `, sum], ...rows];
    });
  }
  return {
    settle(values) {
      for (const [key, row] of amounts(values)) {
        const line = cells.get(key) || (row.some(amount => amount !== 0) ? added(...key.split(" ")) : null);
        if (line) inRow(row).forEach((text, at) => put(line.cells[at + 1], text));
      }
    },
    // The same in full figures, for a file.
    rows: values => amounts(values).filter(([key]) => cells.has(key)).map(([key, row]) =>
      [words.groups[key.split(" ")[0]], key.split(" ")[1], cells.get(key).cells[0].textContent, ...row.map(exact)]),
  };
}
