// Writing: the form, the text and the answer to it, kept in step.
import {editorIn} from "./editor.js";
import {EMPTY} from "./fields.js";
import {formIn} from "./form.js";
import {get, make} from "./make.js";
import {resultIn} from "./result.js";
import * as store from "./store.js";
import {idOf} from "./yaml.js";

const QUIET = 250; // milliseconds without a change after which the answer is asked for

export function writing({ask, showPage}) {
  let name = "mine.yaml", text = "", editor = null, timer = 0;
  const file = {text: () => text, change};
  const form = formIn(get("form"), file);
  const result = resultIn({ask, file: () => ({text, file: name}), mark: found => editor?.mark(found), go, wordsOf: found => get("form").hidden ? null : form.wordsOf(found), showPage});
  const ready = fetch("schema.json").then(answer => answer.json()).then(schema => {
    editor = editorIn(get("text"), schema, made => change(made));
    editor.show(text);
  });

  function change(made) {
    if (made === text) return;
    text = made;
    shown();
  }
  function shown() {
    editor?.show(text);
    form.show(text);
    clearTimeout(timer);
    timer = setTimeout(() => { save(); result.ask(); }, QUIET);
  }
  function save() {
    const kept = store.keep(name, text);
    get("saved").textContent = kept ? "Kept in this browser" : "There is no room to keep this in the browser: download it";
  }
  // Shows the place of a finding: its field, where the form is open and has one, else its line of the text.
  async function go(found) {
    if (!get("form").hidden && form.reveal(found)) return;
    tab("text");
    await ready;
    editor.go(found.line, found.column);
  }
  function tab(which) {
    for (const one of ["form", "text"]) {
      const on = one === which;
      get(one).hidden = !on;
      get(`tab-${one}`).setAttribute("aria-selected", String(on));
      get(`tab-${one}`).tabIndex = on ? 0 : -1;
    }
    if (which === "form") form.show(text, {force: true});
  }
  for (const one of ["form", "text"]) {
    get(`tab-${one}`).addEventListener("click", () => tab(one));
    get(`tab-${one}`).addEventListener("keydown", event => {
      if (!["ArrowLeft", "ArrowRight"].includes(event.key)) return;
      const other = one === "form" ? "text" : "form";
      tab(other);
      get(`tab-${other}`).focus();
    });
  }
  // Opens a file under a name; one that is here already keeps its name only if it is the same.
  function open(wanted, content) {
    name = wanted;
    text = content;
    get("file").value = name;
    result.clear();
    form.show(text, {force: true});
    shown();
  }
  get("file").addEventListener("change", () => {
    const plain = get("file").value.trim().replace(/\.(ya?ml|json)$/i, ""), made = `${idOf(plain || "mine", [])}.yaml`;
    if (made !== name) store.drop(name);
    name = made;
    get("file").value = name;
    save();
    result.ask();
  });
  get("new").addEventListener("click", () => { location.hash = "#write="; });
  get("download").addEventListener("click", () => store.download(name, text));
  get("link").addEventListener("click", async () => {
    const address = `${location.href.split("#")[0]}#file=${encodeURIComponent(name)}:${await store.packed(text)}`;
    try {
      await navigator.clipboard.writeText(address);
      get("saved").textContent = "The link holds the whole file; whoever opens it has a copy";
    } catch {
      get("saved").replaceChildren(make("input", {readonly: true, value: address, "aria-label": "Link"}));
    }
  });
  // A name for a new file that none of those kept has.
  const free = stem => `${idOf(stem, Object.keys(store.files()).map(one => one.replace(/\.yaml$/, "")))}.yaml`;
  return {
    open,
    fresh: () => open(free("mine"), EMPTY),
    opened: (wanted, content) => open(store.files()[wanted] !== undefined && store.files()[wanted] !== content ? free(wanted.replace(/\.ya?ml$/, "")) : wanted, content),
    copied: async id => { const made = await ask("starter", {scenario: id}); if (made && !made.error) open(free(id), made.text); },
    get name() { return name; },
    get text() { return text; },
    get empty() { return text === ""; },
  };
}
