// What fits at a place in the text: keys that the schema allows there, and values where only some are allowed.
export function completing(schema) {
  return context => {
    const line = context.state.doc.lineAt(context.pos), before = line.text.slice(0, context.pos - line.from);
    const word = context.matchBefore(/[\w-]*$/);
    if (!context.explicit && word.from === word.to) return null;
    const value = /^\s*(?:- )?([\w-]+):\s+[\w-]*$/.exec(before);
    const path = pathAt(context.state.doc, line.number, before.search(/\S|$/));
    if (value) {
      const allowed = choices(at(schema, [...path, value[1]], schema));
      return allowed.length ? {from: word.from, options: allowed.map(label => ({label: String(label), type: "constant"}))} : null;
    }
    if (!/^\s*[\w-]*$/.test(before)) return null;
    const known = at(schema, path, schema)?.properties;
    if (!known) return null;
    return {from: word.from, options: Object.entries(known).map(([label, one]) => ({label, type: "property", info: one.description, apply: `${label}: `}))};
  };
}
// The keys of the maps that a line stands in, by indentation.
function pathAt(doc, number, indent) {
  const path = [];
  for (let at = number - 1, inside = indent; at > 0 && inside > 0; at--) {
    const found = /^(\s*)([\w-]+):/.exec(doc.line(at).text);
    if (found && found[1].length < inside) {
      path.unshift(found[2]);
      inside = found[1].length;
    }
  }
  return path;
}
// The part of the schema for a path.
function at(part, path, schema) {
  let here = resolved(part, schema);
  for (const key of path) {
    const forms = [here, ...(here?.anyOf || []).map(one => resolved(one, schema))];
    const form = forms.find(one => one?.properties?.[key]) || forms.find(one => one?.additionalProperties);
    here = resolved(form?.properties?.[key] ?? form?.additionalProperties, schema);
    if (!here) return null;
  }
  return here.properties ? here : (here.anyOf || []).map(one => resolved(one, schema)).find(one => one?.properties) || here;
}
function resolved(part, schema) {
  return part?.$ref ? schema.$defs[part.$ref.split("/").at(-1)] : part && typeof part === "object" ? part : null;
}
function choices(part) {
  if (!part) return [];
  if (part.type === "boolean") return [true, false];
  return (part.enum || (part.anyOf || []).flatMap(one => one.enum || [])).filter(one => one !== null);
}
