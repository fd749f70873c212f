// Writing: the form, the text and the answer to it, kept in step.
import {editorIn} from "./editor.js";
import {EMPTY} from "./form/fields.js";
import {formIn} from "./form/form.js";
import {stepsOf} from "./history.js";
import {get, make} from "./make.js";
import {resultIn} from "./result.js";
import * as store from "./store.js";
import {tabs} from "./tabs.js";
import {idOf, parsed} from "./yaml.js";

const LONG = 2000; // characters of a link that every program takes
const QUIET = 250; // milliseconds without a change after which the answer is asked for
const MOST = 5; // fields named

export function writing({ask, showPage, linkTo}) {
  let name = "", text = "", titled = false, editor = null, timer = 0;
  const steps = stepsOf();
  const form = formIn(get("form"), {text: () => text, change, refused: () => { save(); result.ask(); }});
  const result = resultIn({
    ask, file: () => ({text, file: name}), go, told: form.told, unread: form.unread, showPage: (given, place) => showPage(given, {place, note: warned()}),
    mark: found => { editor?.mark(found); form.mark(found); if (get("left").textContent) warned(); },
    state: words => { get("state").textContent = words && ` · ${words}`; },
  });
  const tab = tabs(which => { if (which === "form") form.show(text, {force: true}); });
  const ready = fetch("schema.json").then(answer => answer.json()).then(schema => {
    editor = editorIn(get("text"), schema, made => change(made, "text"));
    editor.show(text);
  });

  function change(made, where) {
    if (made === text) return;
    text = made;
    steps.add(text, where);
    if (titled) follow();
    shown();
  }
  function shown() {
    editor?.show(text);
    form.show(text);
    get("undo").disabled = !steps.back;
    get("redo").disabled = !steps.forth;
    clearTimeout(timer);
    timer = setTimeout(() => { save(); result.ask(); }, QUIET);
  }
  // Says what was typed and is not in the file, where the file is handed on; returns the sentence.
  function warned() {
    const names = form.unread().map(one => form.told(one).place), more = names.length > MOST ? [`${names.length - MOST} more`] : [];
    const words = !names.length ? "" : `${names.length === 1 ? "1 field holds" : `${names.length} fields hold`} what the file cannot take: ${[...names.slice(0, MOST), ...more].join("; ")}. There the file keeps the last value that it could take, or none.`;
    get("left").textContent = words;
    return words;
  }
  // A file that was begun here is called by its title, until it is given a name.
  function follow() {
    const title = parsed(text).get?.("title");
    if (typeof title === "string" && title.trim()) called(free(title, name), {titled: true});
  }
  function called(wanted, {titled: follows = false} = {}) {
    if (wanted !== name && store.files()[name] !== undefined) store.drop(name);
    name = wanted;
    titled = follows;
    get("file").value = name;
  }
  function save() {
    clearTimeout(timer);
    timer = 0;
    const kept = store.keep(name, text);
    store.keepRefused({file: name, text}, form.refused());
    get("saved").textContent = kept ? "Kept in this browser" : "There is no room to keep this in the browser: download it";
  }
  function step(made) {
    if (made === null) return;
    text = made;
    shown();
  }
  // Shows the place of a finding: its field, where the form is open and has one, else its line of the text.
  async function go(found) {
    if (tab.now() !== "text" || !found.line) {
      if (form.has(found)) tab.open("form");
      if (form.reveal(found)) return;
    }
    tab.open("text");
    await ready;
    editor.go(found.line, found.column);
  }
  function open(wanted, content, {titled: follows = false} = {}) {
    name = wanted;
    titled = follows;
    text = content;
    steps.begin(text);
    form.begin(store.refused({file: name, text}));
    get("left").textContent = "";
    get("file").value = name;
    result.clear();
    form.show(text, {force: true});
    shown();
  }
  get("undo").addEventListener("click", () => step(steps.undo()));
  get("redo").addEventListener("click", () => step(steps.redo()));
  get("file").addEventListener("change", () => {
    called(free(get("file").value.trim().replace(/\.(ya?ml|json)$/i, "") || "mine", name));
    save();
    result.ask();
  });
  get("new").addEventListener("click", () => { location.hash = "#write="; });
  get("download").addEventListener("click", () => { warned(); store.download(name, text); });
  addEventListener("pagehide", () => {
    document.activeElement?.blur(); // what stands in a field is taken when the field is left
    if (timer) save();
  });
  for (const [id, how, opens] of [["link", "page", "the page of a copy"], ["link-edit", "file", "a copy to write on"]])
    get(id).addEventListener("click", async () => {
      warned();
      const address = await linkTo(how, {file: name, text}), long = address.length > LONG ? " It is long, and some mail programs break it: then send the file." : "";
      try {
        await navigator.clipboard.writeText(address);
        get("saved").textContent = `Copied. The link holds the whole file; whoever opens it sees ${opens}.${long}`;
      } catch {
        get("saved").replaceChildren(make("input", {readonly: true, value: address, "aria-label": "Link"}));
      }
    });
  // A name for a file that none of those kept has, other than the one it has now.
  const free = (stem, mine = "") => `${idOf(stem, Object.keys(store.files()).filter(one => one !== mine).map(one => one.replace(/\.yaml$/, "")))}.yaml`;
  return {
    open,
    fresh: () => open(free("mine"), EMPTY, {titled: true}),
    opened: (wanted, content) => open(store.files()[wanted] !== undefined && store.files()[wanted] !== content ? free(wanted.replace(/\.ya?ml$/, "")) : wanted, content),
    copied: async id => { const made = await ask("starter", {scenario: id}); if (made && !made.error) open(free(id), made.text); },
    get file() { return {file: name, text}; },
    get empty() { return text === ""; },
  };
}
