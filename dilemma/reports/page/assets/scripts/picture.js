// The picture of theories by options: kept as it stands, marked where it changed, and saved as SVG or PNG.
"use strict";
function pictureOf({model, make}) {
  const words = model.words, page = words.page;
  const rows = [...document.querySelectorAll(".picture [data-theory]")].map(row => ({row, at: Number(row.dataset.theory)}));
  const drawn = new Map(), idle = rows.filter(one => one.row.classList.contains("idle"));

  function markOf(status, end, was) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg"), use = document.createElementNS(svg.namespaceURI, "use");
    const said = [page["mark-" + status], end && page[end.slice(1)], was && page.was].filter(Boolean).join("; ");
    for (const [key, value] of Object.entries({role: "img", "aria-label": said})) svg.setAttribute(key, value);
    use.setAttribute("href", `#mark-${status}${end}`);
    svg.append(use);
    return svg;
  }
  function cell([status, text], option, wavers, before) {
    const chosen = status === "chosen" || status === "among";
    const end = !wavers ? "" : chosen && wavers.lost.has(option) ? "-lost" : !chosen && wavers.gained.has(option) ? "-gained" : "";
    const was = before && before.includes(option), now = before && chosen && !was;
    const kind = [status, now ? "now" : "", was && !chosen ? "was" : ""].filter(Boolean).join(" ");
    return make("td", {class: kind}, markOf(status, end, was && !chosen), make("small", {}, text));
  }
  // `before` is what the theory chose by the file, where that is not what it chooses now; `wavers` how it wavers.
  function draw(row, text, before, wavers, remark) {
    const seen = JSON.stringify([text.marks, before, wavers && [[...wavers.lost], [...wavers.gained]], remark]);
    if (drawn.get(row) === seen) return;
    drawn.set(row, seen);
    const cells = text.marks.length ? text.marks.map((mark, option) => cell(mark, option, wavers, before))
      : words.letters.map(() => make("td", {class: "absent"}));
    row.replaceChildren(row.firstElementChild, ...cells, make("td", {class: "remark"}, remark));
    row.classList.toggle("moved", Boolean(before));
  }
  // Rows of theories that do not apply by the file stand aside until they do; a list tells what the file lacks for them.
  function fold(verdicts) {
    for (const {row, at} of idle) row.classList.toggle("idle", verdicts[at].missing.length > 0);
    for (const list of document.querySelectorAll("details.idle")) {
      const items = [...list.querySelectorAll("li")];
      for (const item of items) item.hidden = !verdicts[item.dataset.idle].missing.length;
      const count = items.filter(item => !item.hidden).length;
      list.hidden = !count;
      list.querySelector("summary").textContent = filled(page[count === 1 ? "idle-one" : "idle"], {count});
    }
  }
  return {
    rows,
    settle(verdicts, said, changes, wavers) {
      for (const one of rows) {
        const change = changes[one.at], waver = wavers && wavers[one.at];
        const remark = verdicts[one.at].missing.length ? said[one.at].phrase : change ? change.words : waver ? waver.words : "";
        draw(one.row, said[one.at], change ? change.before : null, waver, remark);
      }
      fold(verdicts);
    },
  };
}

// A choice by letters: `B`, `A D`, `none`, `all`.
function choiceInLetters(words, choice) {
  if (choice === null) return words.page["no-answer"];
  if (!choice.length) return words.page.nothing;
  return choice.length === words.letters.length ? words.page.all : choice.map(at => words.letters[at]).join(" ");
}

// The picture as an SVG of its own, dark on white: of the page as it stands what `saved_picture.py` makes of a file.
function pictureSvg(model, {title, question, answer, note}) {
  const NS = "http://www.w3.org/2000/svg", EDGE = 24, ROW = 26, LEFT = 190, COLUMN = 40, TOP = 96, BOX = 20, LEAST = 680, REMARK = 270;
  const LINE = 22, KEYS = 18, NOTES = 17, QUESTION = 8.4, NOTE = 6.2, KEY = 6, PAPER = "#fff", INK = "#1f2328", QUIET = "#4f555c";
  const COLOURS = {chosen: "#1d5f8a", among: "#1d5f8a", forbidden: "#9a4a32"};
  const rows = [...document.querySelectorAll("#picture > table [data-theory]:not(.idle), #off-panel[open] tr[data-theory]:not(.idle)")];
  const count = model.words.letters.length, wide = Math.max(LEAST, LEFT + COLUMN * count + REMARK);
  const make = (name, attributes, ...children) => {
    const made = document.createElementNS(NS, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children.map(child => typeof child === "string" ? child.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "") : child));
    return made;
  };
  const text = (x, y, said, fill, size, more = {}) => make("text", {x, y, "font-size": size, fill, ...more}, said);
  const lines = wrapped(question, Math.trunc((wide - 2 * EDGE) / QUESTION)), top = TOP + LINE * (lines.length - 1);
  const drawn = (cell, x, y) => {
    const use = cell.querySelector("use"), symbol = use && document.getElementById(use.getAttribute("href").slice(1));
    const mark = make("g", {transform: `translate(${x} ${y})`, color: symbol && COLOURS[symbol.id.split("-")[1]] || QUIET});
    if (symbol) mark.append(...[...symbol.children].map(shape => shape.cloneNode(true)));
    return mark;
  };
  const marks = rows.flatMap((row, line) => {
    const y = top + ROW * line + 14, cells = [...row.cells].slice(1, -1);
    return [text(EDGE, y, row.cells[0].textContent, INK, 14),
      ...cells.filter(cell => cell.querySelector("use")).map((cell, at) => drawn(cell, LEFT + COLUMN * at - BOX / 2, y - 15)),
      text(LEFT + COLUMN * count, y, row.cells[row.cells.length - 1].textContent, QUIET, 13)];
  });
  const keys = [];
  let across = EDGE, below = top + ROW * rows.length + 8;
  for (const key of document.querySelectorAll("#picture > .legend .key")) {
    const room = 36 + Math.trunc(KEY * key.textContent.length);
    if (across > EDGE && across + room > wide) { across = EDGE; below += KEYS; }
    keys.push(drawn(key, across - 4, below), text(across + 18, below + 14, key.textContent, QUIET, 12));
    across += room;
  }
  below += KEYS;
  const most = Math.trunc((wide - 2 * EDGE) / NOTE), options = model.words.options.map((name, at) => `${model.words.letters[at]} ${name}`);
  const foot = [...wrapped(options.join(" · "), most), ...wrapped(note, most)], high = below + NOTES * foot.length + 36;
  const svg = make("svg", {xmlns: NS, viewBox: `0 0 ${wide} ${high}`, width: wide, height: high, "font-family": "system-ui, sans-serif", role: "img"},
    make("title", {}, `${title}: ${question}`), make("desc", {}, answer), make("rect", {width: wide, height: high, fill: PAPER}),
    ...wrapped(title, most, 1).map(line => text(EDGE, 32, line, QUIET, 13)), ...lines.map((line, at) => text(EDGE, 58 + LINE * at, line, INK, 17)),
    ...model.words.letters.map((letter, at) => text(LEFT + COLUMN * at, top - 8, letter, INK, 14, {"text-anchor": "middle", "font-weight": 600})),
    ...marks, ...keys, ...foot.map((line, at) => text(EDGE, below + 22 + NOTES * at, line, QUIET, 12)));
  return new XMLSerializer().serializeToString(svg);
}
// A text in lines of at most `most` characters: a longer word is broken, and of too many lines the last kept ends in "…".
function wrapped(said, most, lines = 20) {
  const found = [""];
  for (const word of said.split(" ")) {
    const longer = (found[found.length - 1] + " " + word).trim();
    if (longer.length <= most) found[found.length - 1] = longer;
    else for (let at = 0; at < word.length; at += most) found.push(word.slice(at, at + most));
    if (found.length > lines + 1) break;
  }
  const kept = found.filter(Boolean);
  return kept.length <= lines ? kept : [...kept.slice(0, lines - 1), kept[lines - 1].slice(0, most - 1) + "…"];
}
// The same picture as pixels, twice as fine as the screen's.
async function picturePng(svg) {
  const image = new Image(), canvas = document.createElement("canvas");
  image.src = "data:image/svg+xml," + encodeURIComponent(svg);
  await image.decode();
  [canvas.width, canvas.height] = [2 * image.width, 2 * image.height];
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise(done => canvas.toBlob(done, "image/png"));
}

// A table as CSV; cells that a spreadsheet would take for a formula get an apostrophe, by the rule of `safe_cells.py`.
function csvOf(rows) {
  const safe = cell => /^'*[=+\-@\t\r\n＝＋－＠]/.test(cell) && !/^-([0-9]+(\.[0-9]*)?|\.[0-9]+)(e[+-]?[0-9]+)?$/i.test(cell) ? "'" + cell : cell;
  const written = cell => /[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
  return "\ufeff" + rows.map(row => row.map(cell => written(safe(String(cell)))).join(",")).join("\r\n") + "\r\n";
}
