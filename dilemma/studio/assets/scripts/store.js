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
  const left = files();
  delete left[name];
  localStorage.setItem(KEY, JSON.stringify(left));
}
// What was changed on the whole page of a file, as the end of the page's link; "" if nothing was, or the file is another since.
const CHANGES = "dilemma.changes";
const sum = text => { let sum = 0; for (let at = 0; at < text.length; at++) sum = (Math.imul(sum, 31) + text.charCodeAt(at)) | 0; return sum; };
export function changes({file, text}) {
  const kept = keptAt(CHANGES)[file];
  return kept?.of === sum(text) ? kept.link : "";
}
export function keepChanges({file, text}, link) {
  const kept = keptAt(CHANGES);
  if (link) kept[file] = {of: sum(text), link}; else delete kept[file];
  try { localStorage.setItem(CHANGES, JSON.stringify(kept)); } catch { /* then they last as long as the window */ }
}
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

// The name under which a file that a person opens is kept: without the number that a browser puts after the name of a copy.
export const nameFor = ({name}) => name.replace(/ ?\(\d+\)(?=\.[a-z]+$)/i, "").replace(/\.(xlsx|ya?ml|json)$/i, ".yaml");
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
