// What the form asks for: the parts of a file and their fields, in the words of someone who never saw one. A label begins with
// the word that the page and the command have for a number.
const BECAUSE = {key: "because", kind: "long", label: "Because", hint: "One sentence: why it is so, and why these numbers."};
const NAME = {key: "name", kind: "line", label: "Name", wide: true};
const WEIGHT = {key: "weight", kind: "number", label: "Weight, 0 to 10", hint: "Empty counts as 5."};
const EVIDENCE = {key: "evidence", kind: "choice", label: "What its numbers rest on", choices: {"": "a judgement", stated: "stated by a source", measured: "measured", derived: "derived from other figures"}};
const SOURCES = {key: "sources", kind: "ids", of: "sources", label: "Sources", none: "Add sources at the end of the form."};

// How a day is written, for people.
export const DAY = "such as 8 November 2024";

export const QUESTION = {title: "The question", fields: [
  {key: "title", kind: "line", label: "Title"},
  {key: "question", kind: "long", label: "The question", hint: "Should someone do something, by when?"},
  {key: "agent", kind: "line", label: "Who decides"},
  {key: "as_of", kind: "date", label: "Day of the decision", hint: `S${DAY.slice(1)}; what became known later is hindsight.`},
  {key: "about", kind: "long", label: "Background", hint: "What a reader must know."},
  {key: "unit", kind: "line", label: "Unit: the harm that counts as −1", hint: "Such as: one death, or harm as grave. All harms below are measured by it."},
], rare: [
  {key: "baseline", kind: "id", of: "options", label: "Baseline: what happens if nothing is done"},
  {key: "worst", kind: "number", label: "Worst that can befall one person, in the unit", hint: "Empty: the greatest value here."},
  {key: "enough", kind: "number", label: "Enough: the level at which a person has enough"},
  {key: "discount", kind: "share", label: "Discount: by how much later consequences count less, for each year"},
]};

const EXCHANGE = {key: "exchange", kind: "number", label: "Exchange: how much harm, in the unit, is as grave as violating a duty of weight 1", wide: true, hint: "Empty: a tenth of the worst that can befall one person here. Theories that use both harms and duties depend on it."};

export const PARTS = [
  {key: "options", one: "option", title: "What could be done", about: "At least two courses, one of which may be to do nothing.", fields: [
    NAME, {...BECAUSE, label: "In one sentence", hint: "What would be done."},
    {key: "omission", kind: "yes", label: "This is to do nothing"},
  ], rare: [
    {key: "force", kind: "yes", label: "It uses armed force"},
    {key: "uses", kind: "ids", of: "parties", label: "It needs these people, who have not agreed and could not", none: "Add those affected first."},
    SOURCES,
  ]},
  {key: "parties", one: "party", title: "Who is affected", about: "People who share one fate are one party.", fields: [
    NAME, {key: "size", kind: "number", label: "Size: how many they are"},
    {key: "tie", kind: "number", label: "Tie: how far they depend on the one who decides, 0 to 1"},
  ], rare: [
    {key: "agent", kind: "yes", label: "This is the one who decides"},
    {key: "represented", kind: "yes", label: "The one who decides answers for them, as a state does for its people"},
    {key: "possible", kind: "yes", label: "They will live only under the options that list them"},
    {key: "kind", kind: "choice", label: "What they are", choices: {"": "people", institution: "an institution", norm: "a norm", nature: "nature"}},
    {key: "weight", kind: "number", label: "Weight: how much they count in totals", hint: "Empty counts as 1; 0 leaves them out."},
    {key: "level", kind: "number", label: "Level: how well off each is beforehand", hint: "On the scale of value; empty counts as 0."},
    {key: "combatant", kind: "share", label: "Combatant: how likely they take part in fighting"},
    {key: "liable", kind: "share", label: "Liable: how much harm may be done to them without wronging them, as a share of the worst"},
    BECAUSE, SOURCES,
  ]},
  {key: "beliefs", one: "uncertain claim", title: "What is uncertain", about: "What may be true or not, and matters. Say how likely it is: best estimate, and from least to most.", name: "claim", fields: [
    {key: "claim", kind: "long", label: "The claim", hint: "A full sentence that is true or not."},
    {key: "probability", kind: "share", label: "Probability: how likely it is"}, BECAUSE,
  ], rare: [EVIDENCE, SOURCES]},
  {key: "consequences", one: "consequence", title: "What may happen to whom", about: "Then say for each option how likely it is; if it happens only where a claim holds, how likely given that. Empty: it does not happen there.", each: "chance", fields: [
    NAME, {key: "party", kind: "id", of: "parties", label: "To whom"},
    {key: "value", kind: "number", label: "Value for one of them: bad below 0, good above 0", sign: true, hint: "−1 is what the unit above says, −0.1 a tenth of it."},
    {key: "count", kind: "number", label: "Count: how many it strikes", of: "party", hint: "If it happens at all. Empty counts as one."},
    {key: "when", kind: "state", label: "Only if", none: "it depends on no claim"},
    {key: "agency", kind: "choice", label: "Who brings it about", choices: {"": "not said: counts as done by the one who decides", does: "the one who decides does it", allows: "it is allowed: nature or others do it"}},
    {key: "role", kind: "choice", label: "Its role in the plan", choices: {"": "not said", end: "an end: the option aims at it", means: "a means: the plan works through it, and fails if it does not happen", "side-effect": "a side effect: the plan works even if it does not happen", "removes-threat": "it takes away a danger that they pose"}},
    {key: "consented", kind: "choice", label: "Did those it falls on agree to it?", choices: {"": "no, or they were not asked", true: "yes", presumed: "they cannot be asked, and would"}},
    BECAUSE,
  ], rare: [
    {key: "scope", kind: "choice", label: "What it follows from", choices: {"": "this act", rule: "everyone acting in this way (rule)"}},
    {key: "delay", kind: "number", label: "Delay: years until it comes"},
    {key: "tags", kind: "ids", label: "What else it is", choices: {tail: "a catastrophe of low chance (tail)", "military-advantage": "a military advantage"}}, EVIDENCE, SOURCES,
  ]},
  {key: "duties", one: "duty", title: "What is owed", about: "Promises, rights, rules. Then say what each option does with it.", each: "degree", lead: EXCHANGE, fields: [
    NAME, {key: "owed_to", kind: "id", of: "parties", label: "Owed to"}, WEIGHT,
    {key: "kind", kind: "choice", label: "How strict", choices: {"": "it counts, and may be outweighed", absolute: "it admits no exception", imperfect: "it leaves open when and for whom"}},
    {key: "demands", kind: "choice", label: "What it demands", choices: {"": "that one refrains", aid: "that one helps"}},
    {key: "basis", kind: "ids", label: "What it rests on", choices: {promise: "a promise", respect: "respect for persons", "just-cause": "a just cause of war", "law-of-war": "the law of war"}}, BECAUSE,
  ], rare: [SOURCES], degrees: {"-1": "violates it", "-0.5": "infringes it in part, or with cause", "": "does not touch it", "0.5": "does part of what it asks", 1: "does what it asks"}},
  {key: "virtues", one: "trait", title: "What an act would express", about: "Traits of character, such as courage or honesty; leave it empty if none is at stake.", each: "degree", fields: [
    NAME, WEIGHT, BECAUSE,
  ], rare: [SOURCES], degrees: {"": "shows neither", "-1": "shows the vice", "-0.5": "somewhat the vice", "0.5": "somewhat the virtue", 1: "shows the virtue"}},
  {key: "sources", one: "source", title: "Where facts come from", about: "Works that others can look up; entries above can then name them.", name: "title", fields: [
    {key: "title", kind: "line", label: "Title"}, {key: "author", kind: "line", label: "Author"}, {key: "publisher", kind: "line", label: "Publisher"},
    {key: "date", kind: "line", label: "Date"}, {key: "url", kind: "line", label: "Address"}, {key: "note", kind: "line", label: "Page, or what it says"},
  ]},
];
// The keys of an option that say what it does with each entry of another part.
export const EACH = ["consequences", "duties", "virtues", "beliefs"];
// What an entry is called: by its name, claim or title, else by its id.
export const nameOf = (entry, id) => entry?.name || entry?.claim || entry?.title || id;
// The fields of a part by key; of the whole file for "".
export const fieldsOf = part => [...part.fields, ...(part.rare || [])];

// A file to start from with nothing said yet.
export const EMPTY = `# Written in the studio. \`dilemma check\` tells what is missing, \`dilemma weigh\` what follows.
format: 1
title: ""
question: ""
unit: one death, or harm as grave
`;
