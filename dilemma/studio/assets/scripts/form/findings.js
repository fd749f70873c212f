// Findings of the program in the words of the form: of which field they speak, and what they say of it.
import {DAY, EACH, PARTS, QUESTION, fieldsOf, nameOf} from "./fields.js";

const partOf = key => PARTS.find(part => part.key === key);
const fieldIn = (part, key) => part && [...fieldsOf(part), ...(part === QUESTION ? PARTS.flatMap(one => one.lead || []) : [])].find(one => one.key === key);
const bare = label => label.split(":")[0].split(",")[0];
const missingIn = found => /^'(\w+)' is required/.exec(found.message)?.[1];

// Where a finding stands, in the form's words, such as “Rockfall” · Value; "" for the whole file.
function placeOf(found, data) {
  const [key, id, third, fourth, ...rest] = found.address.split("."), part = partOf(key);
  if (!part) return bare(fieldIn(QUESTION, key)?.label || "");
  const words = id ? [`“${nameOf(data[key]?.[id], id)}”`] : [part.title];
  if (key === "options" && EACH.includes(third) && fourth) words.push(`“${nameOf(data[third]?.[fourth], fourth)}”`, ...(rest.length && rest[0] !== "chance" ? [rest[0]] : []));
  else if (third) words.push(bare(fieldIn(part, third)?.label || third));
  return words.join(" · ");
}
// A sentence of the program with keys, values and ids as the form calls them.
function plain(sentence, address, data) {
  const [key, , third] = address.split("."), homes = [partOf(EACH.includes(third) ? third : key), QUESTION, ...PARTS].filter(Boolean);
  const known = (name, value) => homes.map(home => fieldIn(home, name)).find(one => one && (value !== "true" || one.kind === "yes"));
  const entry = id => { for (const part of PARTS) if (data[part.key]?.[id]) return nameOf(data[part.key][id], id); };
  return sentence.replace("a date as YYYY-MM-DD", `a day, ${DAY}`)
    .replace(/`(\w+): ([\w-]+)`/g, (as, name, value) => {
      const one = known(name, value);
      return !one ? as : value === "true" ? `“${one.label}”` : `“${bare(one.label)}: ${one.choices?.[value] ?? value}”`;
    })
    .replace(/[`'](\w+)[`']/g, (as, name) => { const one = known(name) || partOf(name); return one ? `“${bare(one.label || one.title)}”` : as; })
    .replace(/'([a-z0-9-]+)'/g, (as, id) => entry(id) ? `“${entry(id)}”` : as);
}
// What a finding says: where, what, and what would mend it.
export function told(found, data) {
  const missing = missingIn(found), [key, id] = found.address.split(".");
  if (missing) {
    const one = id ? fieldIn(partOf(key), missing) : partOf(missing) || fieldIn(QUESTION, missing);
    const where = id ? `“${nameOf(data[key]?.[id], id)}”: ` : "";
    if (one) return {place: "", message: `${where}“${bare(one.label || one.title)}” is still empty.`, suggestion: ""};
  }
  return {place: placeOf(found, data), message: plain(found.message, found.address, data), suggestion: found.suggestion ? plain(found.suggestion, found.address, data) : ""};
}
// The paths in the form at which a finding is shown, the nearest first.
export function pathsOf(found) {
  const keys = [found.address, missingIn(found)].filter(Boolean).join(".").replace(/\.(degree|chance)$/, "").split(".");
  return keys.map((_, at) => keys.slice(0, keys.length - at).join("."));
}
