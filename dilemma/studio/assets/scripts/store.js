// The files a person works on, kept in this browser, and links that hold a whole file.
const KEY = "dilemma.files", LAST = "dilemma.last";

// What is kept under a key: a map; an empty one if nothing is, or something else.
function keptAt(key) {
  try {
    const found = JSON.parse(localStorage.getItem(key));
    return found && typeof found === "object" && !Array.isArray(found) ? found : {};
  } catch { return {}; }
}
export const files = () => keptAt(KEY);
// Keeps a file; returns whether there was room for it.
export function keep(name, text) {
  try {
    localStorage.setItem(KEY, JSON.stringify({...files(), [name]: text}));
    localStorage.setItem(LAST, name);
    return true;
  } catch { return false; }
}
export function drop(name) {
  for (const key of [KEY, CHANGES, REFUSED]) {
    const left = keptAt(key);
    delete left[name];
    localStorage.setItem(key, JSON.stringify(left));
  }
}
// What is kept beside a file, for as long as its text is the same: what was changed on its whole page, as the end of the page's link,
// and what was typed in the form and is no number.
const CHANGES = "dilemma.changes", REFUSED = "dilemma.refused";
const sum = text => { let sum = 0; for (let at = 0; at < text.length; at++) sum = (Math.imul(sum, 31) + text.charCodeAt(at)) | 0; return sum; };
function beside(key, {file, text}) {
  const kept = keptAt(key)[file];
  return kept?.of === sum(text) ? kept.what : null;
}
function keepBeside(key, {file, text}, what) {
  const kept = keptAt(key);
  if (what) kept[file] = {of: sum(text), what}; else delete kept[file];
  try { localStorage.setItem(key, JSON.stringify(kept)); } catch { /* then it lasts as long as the window */ }
}
export const changes = file => beside(CHANGES, file) || "";
export const keepChanges = (file, link) => keepBeside(CHANGES, file, link);
export const refused = file => beside(REFUSED, file) || [];
export const keepRefused = (file, fields) => keepBeside(REFUSED, file, fields.length ? fields : null);
// What is brought together: the dilemma, and the views.
const TOGETHER = "dilemma.together";
export function together() {
  const {subject = null, views} = keptAt(TOGETHER);
  return {subject, views: Array.isArray(views) ? views : []};
}
export function keepTogether(given) { try { localStorage.setItem(TOGETHER, JSON.stringify(given)); } catch { /* then they last as long as the window */ } }
export const last = () => localStorage.getItem(LAST);

export function download(name, content, type = "text/yaml") {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], {type}));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

// A file's name without the number that a browser puts after the name of a copy.
export const unnumbered = name => name.replace(/ ?\(\d+\)(?=\.[a-z]+$)/i, "");
// The name under which a file that a person opens is kept.
export const nameFor = ({name}) => unnumbered(name).replace(/\.(xlsx|ya?ml|json)$/i, ".yaml");
export const hexOf = async file => [...new Uint8Array(await file.arrayBuffer())].map(one => one.toString(16).padStart(2, "0")).join("");

const through = async (bytes, stream) => new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());

// A text packed for the end of a link, and read from it.
export async function packed(text) {
  const bytes = await through(new TextEncoder().encode(text), new CompressionStream("deflate"));
  let signs = "";
  for (const byte of bytes) signs += String.fromCharCode(byte);
  return btoa(signs).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
export async function unpacked(word) {
  const signs = atob(word.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(signs, sign => sign.charCodeAt(0));
  return new TextDecoder().decode(await through(bytes, new DecompressionStream("deflate")));
}
