// What the theories say of a file, beside it; the last answer stays while the file has errors.
import {get, make} from "./make.js";

const PAUSE = 900; // milliseconds without a change after which it is worked out what decides

// `ask` asks Python; `file()` is the file that is asked about; `mark` marks findings at their places, and `go` goes to one; `told` says
// one in the words of the form; `unread()` finds what was typed and is no number; `state` says how it stands.
export function resultIn({ask, file, mark, go, told, unread, state, showPage}) {
  let timer = 0, turn = 0, waits = false;

  function clear() {
    for (const id of ["faults", "before", "cover", "cards", "more"]) get(id).replaceChildren();
    get("deciding").hidden = get("whole").hidden = get("questions").hidden = true;
    aged("");
  }
  const answered = () => get("cover").childElementCount > 0;
  // Says that the answer that is shown is not of what was typed, and how it comes about; "" that it is.
  function aged(words) {
    get("before").textContent = words;
    for (const id of ["cover", "deciding"]) get(id).classList.toggle("stale", Boolean(words));
    if (words && waits) get("wavers")?.remove(); // it is not worked out now
  }
  async function answer() {
    const mine = ++turn, given = file();
    clearTimeout(timer);
    const found = await ask("answer", given);
    if (!found || mine !== turn) return;
    const typed = unread(), faults = [...typed, ...(found.findings || [])];
    if (!found.error) draw(found.html, true);
    aged(!answered() ? "" : found.error ? "This answer is from before, when the file had no error." : typed.length ? "This answer follows the file, without what it cannot take." : "");
    tell(faults, found.error || typed.length > 0 && "Not all that was typed is taken.");
    mark(found.findings || []);
    if (found.error) return;
    get("whole").hidden = false;
    if (typed.length) return;
    get("deciding").classList.add("stale");
    timer = setTimeout(() => further(given, mine), PAUSE);
  }
  // What takes longer: which theories waver, what decides, and what the program asks about the file.
  async function further(given, mine) {
    const found = await ask("decides", given);
    if (!found || mine !== turn) return;
    if (found.error) {
      get("wavers")?.remove();
      return tell([], found.error);
    }
    draw(found.html, false);
    get("deciding").hidden = !found.cards;
    get("deciding").classList.remove("stale");
    get("cards").innerHTML = found.cards;
    get("more").textContent = found.more ? `${found.more} other ${found.more === 1 ? "number turns" : "numbers turn"} at least one theory: the whole page tells which.` : "";
    const raised = await ask("examine", given);
    if (!raised || mine !== turn || !raised.valid) return;
    const list = get("questions"), count = raised.findings.length;
    list.hidden = !count;
    list.querySelector("summary").textContent = count === 1 ? "1 question about this file" : `${count} questions about this file`;
    list.querySelector("ul").replaceChildren(...raised.findings.map(item));
    mark(raised.findings);
  }
  // Shows the first screen; `more` says whether what wavers is still to come.
  function draw(html, more) {
    waits = more;
    get("cover").innerHTML = html;
  }
  function item(one) {
    const {place, message, suggestion} = told(one);
    return make("li", {class: one.severity}, make("button", {type: "button", class: "place", title: one.line ? `Line ${one.line} of the text` : null, onclick: () => go(one)}, "Show"),
      " ", place ? make("strong", null, place) : null, place ? ": " : null, /[.!?:]$/.test(message) ? message : `${message}.`, suggestion ? make("small", null, suggestion) : null);
  }
  const MOST = 5;
  function tell(faults, error) {
    const home = get("faults"), count = faults.length;
    state(error ? (count === 1 ? "1 thing to mend" : count ? `${count} things to mend` : "cannot be worked out") : "");
    if (!error) return home.replaceChildren();
    const mend = count === 1 ? "1 thing is to mend" : `${count} things are to mend`, head = !count ? error : answered() ? `${mend}:` : `Before theories can answer, ${mend}:`;
    home.replaceChildren(make("p", null, head), make("ul", null, faults.slice(0, MOST).map(item)),
      count > MOST ? make("p", {class: "aside"}, `and ${count - MOST} more, marked in the form and the text`) : "");
  }
  get("page").addEventListener("click", () => showPage(file()));
  get("cover").addEventListener("click", event => {
    const link = event.target.closest("a[href^='#why-']"), row = event.target.closest("[data-theory]");
    if (!link && !row) return;
    event.preventDefault();
    showPage(file(), link ? link.hash : `#why-${row.dataset.id}`);
  });
  return {ask: answer, clear};
}
