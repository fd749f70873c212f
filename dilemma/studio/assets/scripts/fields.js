// What the form asks for: the parts of a file, and their fields, in the words of someone who never saw one.
const BECAUSE = {key: "because", kind: "long", label: "Because", hint: "One sentence: why this is so, and this much."};
const NAME = {key: "name", kind: "line", label: "Name"};
const WEIGHT = {key: "weight", kind: "number", label: "How weighty, 0 to 10", of: 5};

export const QUESTION = [
  {key: "title", kind: "line", label: "Title"},
  {key: "question", kind: "long", label: "The question", hint: "Should someone do something, by when?"},
  {key: "agent", kind: "line", label: "Who decides"},
  {key: "as_of", kind: "line", label: "Day of the decision", hint: "Such as 2024-11-08; what became known later is hindsight."},
  {key: "about", kind: "long", label: "Background", hint: "What a reader must know."},
  {key: "unit", kind: "line", label: "What −1 means", hint: "The harm that counts as 1 below, such as: one death, or harm as grave."},
];

export const PARTS = [
  {key: "options", one: "option", title: "What could be done", about: "At least two courses, one of which may be to do nothing.", fields: [
    NAME, {...BECAUSE, label: "In a sentence", hint: "What it comes to."},
    {key: "omission", kind: "yes", label: "This is to do nothing"},
  ]},
  {key: "parties", one: "party", title: "Who is affected", about: "People who share one fate are one party.", fields: [
    NAME, {key: "size", kind: "number", label: "How many they are"},
    {key: "tie", kind: "number", label: "How far they depend on the one who decides, 0 to 1"},
  ]},
  {key: "beliefs", one: "uncertain claim", title: "What is uncertain", about: "What may be true or not, and matters. Say how likely it is: best estimate, and from least to most.", name: "claim", fields: [
    {key: "claim", kind: "long", label: "The claim", hint: "A full sentence that is true or not."},
    {key: "probability", kind: "share", label: "How likely"}, BECAUSE,
  ]},
  {key: "consequences", one: "consequence", title: "What may happen to whom", about: "Then say for each option how likely it is; if it happens only where a claim holds, how likely given that. Empty: it does not happen there.", each: "chance", fields: [
    NAME, {key: "party", kind: "id", of: "parties", label: "To whom"},
    {key: "value", kind: "number", label: "For one of them: how bad (below 0) or good (above 0)", hint: "−1 is what the question above says, −0.1 a tenth of it."},
    {key: "count", kind: "number", label: "How many it strikes", hint: "Empty counts as one."},
    {key: "when", kind: "state", label: "Only if"},
    {key: "agency", kind: "choice", label: "Who brings it about", choices: {"": "—", does: "the one who decides does it", allows: "it is allowed: nature or others do it"}},
    {key: "role", kind: "choice", label: "What it is to the plan", choices: {"": "—", end: "what is aimed at", means: "a means: without it the plan fails", "side-effect": "a side effect", "removes-threat": "it takes away a danger that they pose"}},
    {key: "consented", kind: "choice", label: "Did they agree?", choices: {"": "no", true: "yes", presumed: "they cannot be asked, and would"}},
    BECAUSE,
  ]},
  {key: "duties", one: "duty", title: "What is owed", about: "Promises, rights, rules. Then say what each option does with it.", each: "degree", fields: [
    NAME, {key: "owed_to", kind: "id", of: "parties", label: "To whom"}, WEIGHT,
    {key: "kind", kind: "choice", label: "How strict", choices: {"": "it counts, and may be outweighed", absolute: "it admits no exception", imperfect: "it leaves open when and for whom"}}, BECAUSE,
  ], degrees: {"": "—", "-1": "breaks it", "-0.5": "infringes it, with cause", "0.5": "keeps it in part", 1: "fulfils it"}},
  {key: "virtues", one: "trait", title: "What an act would express", about: "Traits of character, such as courage or honesty; leave it empty if none is at stake.", each: "degree", fields: [
    NAME, WEIGHT, BECAUSE,
  ], degrees: {"": "—", "-1": "shows the vice", "-0.5": "somewhat the vice", "0.5": "somewhat the virtue", 1: "shows the virtue"}},
];

// A file to start from with nothing said yet.
export const EMPTY = `# Written in the studio. \`dilemma check\` tells what is missing, \`dilemma weigh\` what follows.
format: 1
title: ""
question: ""
unit: one death, or harm as grave
`;
