// The tabs of writing: form, text and, where there is no room for it beside them, the answer.
import {get} from "./make.js";

const TABS = ["form", "text", "answer"];

// `shown(tab)` is called when a person opens a tab; returns which is open, and opens one.
export function tabs(shown) {
  const button = which => get(`tab-${which}`), panes = document.querySelector(".panes");
  const fits = which => button(which).checkVisibility();
  function open(which) {
    panes.dataset.tab = which;
    for (const one of TABS) {
      const on = one === which;
      if (which !== "answer" && one !== "answer") get(one).hidden = !on;
      button(one).setAttribute("aria-selected", String(on));
      button(one).tabIndex = on ? 0 : -1;
    }
    shown(which);
  }
  for (const which of TABS) {
    button(which).addEventListener("click", () => {
      open(which);
      document.querySelector(".switch").scrollIntoView(); // what the tab shows begins at its top
    });
    button(which).addEventListener("keydown", event => {
      const way = {ArrowLeft: -1, ArrowRight: 1}[event.key], there = TABS.filter(fits);
      if (!way) return;
      const next = there[(there.indexOf(which) + way + there.length) % there.length];
      open(next);
      button(next).focus();
    });
  }
  return {open: which => { if (panes.dataset.tab !== which) open(which); }, now: () => get("text").hidden ? "form" : "text"};
}
