// The dials: for each number a slider and a field, the stated range, and where theories turn on it.
"use strict";
function dialsOf({model, state, make, number, setting, resting, later}) {
  const inputs = model.graph.inputs, dials = new Map();
  const STEPS = 1000;
  function reach(best, [low, high], range, geometric) {
    if (geometric || !range) return [low, high];
    const room = range[1] - range[0];
    const near = [Math.max(low, Math.min(best, range[0]) - room), Math.min(high, Math.max(best, range[1]) + room)];
    return near[1] - near[0] < (high - low) / 2 ? near : [low, high];
  }
  function dialOf([at, name, best, domain, range, share, geometric, ticks]) {
    const address = inputs[at], [low, high] = reach(best, domain, range, geometric);
    const along = value => Math.min(1, Math.max(0, geometric
      ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low)));
    const valueAt = part => geometric ? low * Math.pow(high / low, part) : low + part * (high - low);
    const told = value => share ? figure(100 * value) + " %" : figure(value);
    const id = "dial-" + at;
    const turn = value => {
      if (Number.isNaN(value)) return;
      const kept = Math.min(domain[1], Math.max(domain[0], value));
      if (kept === resting(address)) state.turned.delete(address); else state.turned.set(address, kept);
      later();
    };
    const slider = make("input", {type: "range", min: 0, max: STEPS, step: 1, id, oninput: () => {
      const rest = resting(address), here = Number(slider.value);
      turn(here === Math.round(along(rest) * STEPS) ? rest : Number(valueAt(here / STEPS).toPrecision(4)));
    }});
    const field = make("input", {type: "text", inputmode: "decimal", "aria-label": name + ", as a number",
      onchange: () => field.value.trim() ? turn(Number(field.value)) : turn(resting(address))});
    const svg = picture(ticks.filter(([x]) => x >= low && x <= high).map(([x]) => along(x)), along(best),
      range && range.map(along));
    const turns = make("ul", {class: "ticks"}, ...ticks.map(([x, above, who, says, spot]) =>
      make("li", {}, `${spot || `${above ? "above" : "below"} ${told(x)}`}: ${model.names[who]}, ${model.says[says]}`)));
    const more = ticks.length
      ? [make("details", {}, make("summary", {}, `turns ${new Set(ticks.map(tick => tick[2])).size} of the theories`), turns)]
      : [make("p", {class: "quiet"}, "no choice hangs on it")];
    const asWritten = value => share ? stated(100 * value) + " %" : stated(value);
    const plausible = range ? `, plausible ${asWritten(range[0])} to ${asWritten(range[1])}` : "";
    const box = make("div", {class: "dial"}, make("label", {for: id}, name), field,
      make("div", {class: "rail"}, svg, slider), make("p", {class: "quiet"}, `stated ${asWritten(best)}${plausible}`), ...more);
    dials.set(address, {settle() {
      const value = setting(address), others = state.turned.size - (state.turned.has(address) ? 1 : 0);
      slider.value = String(Math.round(along(value) * STEPS));
      slider.setAttribute("aria-valuetext", told(value));
      if (document.activeElement !== field) field.value = number(value);
      box.classList.toggle("turned", state.turned.has(address));
      box.classList.toggle("stale", others > 0 || state.view !== model.views[0]);
    }});
    dials.get(address).settle();
    return box;
  }
  function picture(ticks, best, range) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const add = (kind, x, width) => {
      const rect = document.createElementNS(svg.namespaceURI, "rect");
      for (const [key, value] of Object.entries({class: kind, x, width, y: 0, height: 10})) rect.setAttribute(key, value);
      svg.append(rect);
    };
    svg.setAttribute("viewBox", "0 0 400 10");
    svg.setAttribute("preserveAspectRatio", "none");
    svg.setAttribute("aria-hidden", "true");
    if (range) add("range", range[0] * 400, (range[1] - range[0]) * 400);
    ticks.forEach(x => add("tick", x * 400 - 0.75, 1.5));
    add("best", best * 400 - 1.5, 3);
    return svg;
  }
  function group({title, dials: mine}, at) {
    const body = make("div", {});
    const fill = () => { if (!body.childElementCount) body.append(...mine.map(dialOf)); };
    const box = make("details", {class: "group"}, make("summary", {}, make("h3", {}, title), make("small", {}, String(mine.length))), body);
    box.addEventListener("toggle", fill);
    if (at === 0) { fill(); box.open = true; }
    return box;
  }
  return {groups: () => model.panel.map(group), settle: () => dials.forEach(dial => dial.settle())};
}
