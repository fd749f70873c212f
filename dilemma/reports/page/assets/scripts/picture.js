// The picture of theories by options: kept as it stands, marked where it changed, and saved as SVG or PNG.
"use strict";
function pictureOf({model, make}) {
  const words = model.words, page = words.page;
  const rows = [...document.querySelectorAll(".picture [data-theory]")].map(row => ({row, at: Number(row.dataset.theory)}));
  const drawn = new Map();

  function markOf(status, end, was) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg"), use = document.createElementNS(svg.namespaceURI, "use");
    const said = [page["mark-" + status], end && page[end.slice(1)], was && page.was].filter(Boolean).join("; ");
    for (const [key, value] of Object.entries({class: "mark", role: "img", "aria-label": said})) svg.setAttribute(key, value);
    use.setAttribute("href", `#mark-${status}${end}`);
    svg.append(use);
    return svg;
  }
  function cell([status, text], option, wavers, before) {
    const chosen = status === "chosen" || status === "among";
    const end = !wavers ? "" : chosen && wavers.lost.has(option) ? "-lost" : !chosen && wavers.gained.has(option) ? "-gained" : "";
    const was = before && before.includes(option), now = before && chosen && !was;
    const kind = [status, now ? "now" : "", was && !chosen ? "was" : ""].filter(Boolean).join(" ");
    return make("td", {class: kind}, markOf(status, end, was && !chosen), make("span", {class: "figure"}, text));
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
  return {
    rows,
    settle(verdicts, said, changes, wavers) {
      for (const one of rows) {
        const change = changes[one.at], waver = wavers && wavers[one.at];
        const remark = verdicts[one.at].missing.length ? said[one.at].phrase : change ? change.words : waver ? waver.words : "";
        draw(one.row, said[one.at], change ? change.before : null, waver, remark);
      }
    },
  };
}

// A choice by letters: `B`, `A D`, `none`, `all`.
function choiceInLetters(words, choice) {
  if (choice === null) return words.page["no-answer"];
  if (!choice.length) return words.page.nothing;
  return choice.length === words.letters.length ? words.page.all : choice.map(at => words.letters[at]).join(" ");
}

// The picture as an SVG of its own, in the colours of the page as it is seen.
function pictureSvg(model, {title, question, note}) {
  const NS = "http://www.w3.org/2000/svg", ROW = 26, LEFT = 190, COLUMN = 46, TOP = 100, SIZE = 20, WIDEST = 84;
  const style = getComputedStyle(document.documentElement), colour = name => style.getPropertyValue("--" + name).trim();
  const rows = [...document.querySelectorAll("#picture > table [data-theory], #off-panel[open] [data-theory]")];
  const make = (name, attributes, ...children) => {
    const made = document.createElementNS(NS, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children.map(child => typeof child === "string" ? child.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "") : child));
    return made;
  };
  const lines = wrapped(question, WIDEST), top = TOP + 20 * (lines.length - 1);
  const text = (x, y, said, more = {}) => make("text", {x, y, "font-size": 14, fill: colour("ink"), ...more}, said);
  const options = model.words.options.map((name, at) => `${model.words.letters[at]} ${name}`);
  const wide = Math.max(980, LEFT + COLUMN * model.words.letters.length + 260);
  const keys = [...document.querySelectorAll("#picture > .legend .key")];
  const foot = [...wrapped(options.join(" · "), WIDEST + 10), ...wrapped(note, WIDEST + 10)];
  const high = top + ROW * rows.length + 60 + 18 * foot.length;
  const svg = make("svg", {xmlns: NS, viewBox: `0 0 ${wide} ${high}`, width: wide, height: high, "font-family": "system-ui, sans-serif"},
    make("title", {}, `${title}: ${question}`), make("rect", {width: wide, height: high, fill: colour("paper")}),
    text(24, 32, title, {"font-size": 13, fill: colour("quiet")}), ...lines.map((line, at) => text(24, 56 + 20 * at, line, {"font-size": 17})));
  model.words.letters.forEach((letter, at) => svg.append(text(LEFT + COLUMN * at, top - 8, letter, {"text-anchor": "middle", "font-weight": 600})));
  const drawn = (cell, x, y) => {
    const use = cell.querySelector("use"), symbol = use && document.getElementById(use.getAttribute("href").slice(1));
    if (!symbol) return;
    const mark = make("g", {transform: `translate(${x} ${y})`, color: getComputedStyle(cell.querySelector("svg")).color});
    mark.append(...[...symbol.children].map(shape => shape.cloneNode(true)));
    svg.append(mark);
  };
  rows.forEach((row, line) => {
    const y = top + ROW * line + 14;
    svg.append(text(24, y, row.cells[0].textContent));
    [...row.cells].slice(1, -1).forEach((cell, at) => drawn(cell, LEFT + COLUMN * at - SIZE / 2, y - 15));
    svg.append(text(LEFT + COLUMN * model.words.letters.length, y, row.cells[row.cells.length - 1].textContent, {fill: colour("quiet"), "font-size": 13}));
  });
  let across = 24;
  for (const key of keys) {
    drawn(key, across - 4, top + ROW * rows.length + 8);
    svg.append(text(across + 18, top + ROW * rows.length + 22, key.textContent, {"font-size": 11, fill: colour("quiet")}));
    across += 34 + 5.6 * key.textContent.length;
  }
  foot.forEach((line, at) => svg.append(text(24, top + ROW * rows.length + 50 + 18 * at, line, {"font-size": 12, fill: colour("quiet")})));
  return new XMLSerializer().serializeToString(svg);
}
function wrapped(said, most) {
  const lines = [""];
  for (const word of said.split(" "))
    if ((lines[lines.length - 1] + " " + word).length > most) lines.push(word); else lines[lines.length - 1] = (lines[lines.length - 1] + " " + word).trim();
  return lines.filter(Boolean);
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

// A table as CSV; cells that a spreadsheet would take for a formula are quoted with an apostrophe.
function csvOf(rows) {
  const safe = cell => /^[=+@\t\r-]/.test(cell) && !/^-?\d[\d.]*(e[-+]?\d+)?$/i.test(cell) ? "'" + cell : cell;
  const written = cell => /[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
  return "\ufeff" + rows.map(row => row.map(cell => written(safe(String(cell)))).join(",")).join("\r\n") + "\r\n";
}
