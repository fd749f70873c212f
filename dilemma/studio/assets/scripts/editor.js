// The text of a file, with colours, what fits here as one types, and the program's errors at their place.
import {autocompletion, closeBrackets, completionKeymap} from "@codemirror/autocomplete";
import {defaultKeymap, history, historyKeymap, indentWithTab} from "@codemirror/commands";
import {yaml} from "@codemirror/lang-yaml";
import {HighlightStyle, bracketMatching, indentOnInput, syntaxHighlighting} from "@codemirror/language";
import {lintGutter, lintKeymap, setDiagnostics} from "@codemirror/lint";
import {highlightSelectionMatches, searchKeymap} from "@codemirror/search";
import {Annotation, EditorState, Transaction} from "@codemirror/state";
import {EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers} from "@codemirror/view";
import {tags} from "@lezer/highlight";
import {completing} from "./completion.js";

const ours = Annotation.define();
const colours = HighlightStyle.define([
  {tag: tags.definition(tags.propertyName), color: "var(--accent)"},
  {tag: tags.propertyName, color: "var(--accent)"},
  {tag: tags.comment, color: "var(--quiet)"},
  {tag: [tags.number, tags.bool], color: "var(--against)"},
]);
const looks = EditorView.theme({
  "&": {height: "100%", fontSize: ".85rem", backgroundColor: "var(--paper)", color: "var(--ink)"},
  ".cm-scroller": {fontFamily: "ui-monospace, 'DejaVu Sans Mono', monospace", lineHeight: "1.5"},
  ".cm-gutters": {backgroundColor: "var(--raised)", color: "var(--quiet)", border: "none"},
  ".cm-activeLine": {backgroundColor: "var(--raised)"},
  ".cm-cursor": {borderLeftColor: "var(--ink)"},
  ".cm-tooltip": {backgroundColor: "var(--raised)", color: "var(--ink)", border: "1px solid var(--rule)"},
  ".cm-tooltip-autocomplete ul li[aria-selected]": {backgroundColor: "var(--accent)", color: "var(--paper)"},
  ".cm-diagnostic": {whiteSpace: "pre-wrap", maxWidth: "34rem"},
});

// Puts the editor into `home`; calls `changed(text)` when a person changes the text.
export function editorIn(home, schema, changed) {
  const root = home.attachShadow({mode: "open"}); // its styles stand apart, and need no inline style in the page
  const view = new EditorView({
    root, parent: root,
    state: EditorState.create({extensions: [
      lineNumbers(), history(), drawSelection(), indentOnInput(), bracketMatching(), closeBrackets(), highlightActiveLine(), highlightSelectionMatches(),
      autocompletion({override: [completing(schema)]}), lintGutter(), yaml(), syntaxHighlighting(colours), looks, EditorView.lineWrapping,
      EditorView.contentAttributes.of({"aria-label": "The file as text"}),
      keymap.of([...defaultKeymap, ...searchKeymap, ...historyKeymap, ...completionKeymap, ...lintKeymap, indentWithTab]),
      EditorView.updateListener.of(update => {
        if (update.docChanged && !update.transactions.some(one => one.annotation(ours))) changed(update.state.doc.toString());
      }),
    ]}),
  });
  return {
    // Shows a text; only what differs is replaced, so that the cursor stays.
    show(text) {
      const old = view.state.doc.toString();
      if (old === text) return;
      let from = 0, end = 0;
      while (from < old.length && from < text.length && old[from] === text[from]) from++;
      while (end < old.length - from && end < text.length - from && old.at(-1 - end) === text.at(-1 - end)) end++;
      view.dispatch({changes: {from, to: old.length - end, insert: text.slice(from, text.length - end)}, annotations: [ours.of(true), Transaction.addToHistory.of(false)]});
    },
    // Marks findings, each at its line and columns.
    mark(findings) {
      const state = view.state, spots = findings.map(one => {
        const line = state.doc.line(Math.min(Math.max(one.line, 1), state.doc.lines));
        const from = Math.min(line.from + one.column - 1, line.to), to = Math.min(Math.max(line.from + one.end_column - 1, from), line.to);
        return {from, to, severity: one.severity === "error" ? "error" : one.severity === "warning" ? "warning" : "info", message: one.suggestion ? `${one.message}\n${one.suggestion}` : one.message};
      });
      view.dispatch(setDiagnostics(state, spots.sort((one, other) => one.from - other.from)));
    },
    go(line, column) {
      const place = view.state.doc.line(Math.min(line, view.state.doc.lines));
      const at = Math.min(place.from + column - 1, place.to);
      view.dispatch({selection: {anchor: at}, effects: EditorView.scrollIntoView(at, {y: "center"})});
      view.focus();
    },
  };
}
