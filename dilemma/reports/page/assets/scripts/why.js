// Why: what each theory says and by which amounts and tests, as it stands now.
"use strict";
function whyOf({make, put}) {
  const tab = document.getElementById("why"), WIDE = matchMedia("(min-width: 40rem)"), drawn = new Map();
  const homes = [...document.querySelectorAll("#why [data-theory]")];
  const entry = ([label, text]) => make("div", {}, make("dt", {}, label), make("dd", {}, text));
  let last = null;

  // The verdict of a theory, and its reasons where they are open.
  function explain(home) {
    const told = last[Number(home.dataset.theory)];
    put(home.querySelector(".phrase"), told.phrase);
    if (!home.open) return;
    const seen = JSON.stringify(told.why);
    if (drawn.get(home) !== seen) home.querySelector("dl").replaceChildren(...told.why.map(entry));
    drawn.set(home, seen);
  }
  for (const home of homes) {
    home.open = WIDE.matches; // on a narrow screen only the verdicts are seen at first
    home.addEventListener("toggle", () => last && explain(home));
  }
  return {
    settle(said) {
      last = said;
      if (!tab.classList.contains("away")) homes.forEach(explain);
    },
    // What was not done while the tab was out of sight.
    open() { if (last) homes.forEach(explain); },
  };
}
