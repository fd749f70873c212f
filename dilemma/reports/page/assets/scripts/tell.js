// Says what a theory finds at the settings in force: fills the templates that the program itself fills.
"use strict";
const MOST_GAINS = 3;

// Names, each once; those of one factor with a party each become one: “Harm” (a and b).
function byFactor(names) {
  const parties = new Map();
  for (const name of names) {
    const at = name.indexOf("” ("), factor = at < 0 ? name : name.slice(0, at + 1);
    if (!parties.has(factor)) parties.set(factor, new Set());
    if (at >= 0) parties.get(factor).add(name.slice(at + 3).replace(/\)$/, ""));
  }
  return [...parties].map(([factor, told]) => told.size ? `${factor} (${listed([...told])})` : factor);
}

function telling(words) {
  const where = reason => reason.address === null ? "this" : words.places[reason.address];
  const testWords = (key, theory) => words.own[theory.id].tests[key] || {name: key};
  const wording = (key, theory) => words.own[theory.id].grounds[key] || words.grounds[key];
  const grounds = (test, reasons) => reasons.filter(r => r.kind === "binding" && r.test === test.key);

  function facts(reasons) {
    const named = key => reasons.filter(r => r.key === key).map(where);
    const all = [...named("if-so"), ...named("if-not").map(state => "not " + state)];
    return all.length ? " if " + listed(all) : "";
  }
  function ground(reason, reasons, theory) {
    const template = wording(reason.key, theory) || "{where}";
    const told = template.includes("{against}") ? contrast(reason.amount, reason.against)
      : [reason.amount === null ? "" : figure(reason.amount), ""];
    return filled(template, {where: where(reason), amount: told[0], against: told[1], facts: facts(reasons)});
  }
  function together(all, reasons, theory) {
    const told = [];
    for (let i = 0, end = 0; i < all.length; i = end) {
      while (end < all.length && all[end].key === all[i].key) end += 1;
      const template = wording(all[i].key, theory) || "", same = all.slice(i, end);
      if (template.endsWith(" {where}")) told.push(filled(template, {where: listed(byFactor(same.map(where)))}));
      else told.push(...same.map(r => ground(r, reasons, theory)));
    }
    return told;
  }
  function outcome(test, said, rivals) {
    if (test.amount === null && said.unopposed) return said.unopposed;
    if (test.holds && !test.amount && said.nought) return said.nought;
    if (test.holds && rivals.length && said.beside) return said.beside;
    if (test.holds) return said.passed || filled(words.passes, {test: said.name});
    return said.equal && equal(test.amount, test.against) ? said.equal : said.failed;
  }
  function compared(test, said, reasons) {
    const mine = grounds(test, reasons), of = key => mine.filter(r => r.key === key);
    const rivals = mine.filter(r => r.key === "rival");
    const worse = (a, b) => (b.amount - b.against) - (a.amount - a.against) || b.amount - a.amount;
    const worst = of("rival").sort(worse)[0];
    const [amount, against] = test.amount === null ? ["", ""] : contrast(test.amount, test.against);
    const holders = worst ? of("objection").filter(r => r.amount === worst.amount) : [];
    return filled(outcome(test, said, rivals), {
      amount, against, worst: worst ? where(worst) : "",
      breaches: listed(of("breach").map(where)), holders: listed(unique(holders.map(where))),
    });
  }
  function sentence(reason, reasons, theory) {
    if (reason.kind === "term")
      return filled(words.own[theory.id].terms[reason.key] || words.term, {where: where(reason), amount: figure(reason.amount)});
    if (reason.kind === "binding") return ground(reason, reasons, theory);
    const said = testWords(reason.key, theory);
    if (said.failed) return compared(reason, said, reasons);
    if (reason.holds) return said.passed || filled(words.passes, {test: said.name});
    return unique(together(grounds(reason, reasons), reasons, theory)).join("; ")
      || filled(words.failed, {test: said.name});
  }
  // Each factor's part of the first score less its part of the second, by the greatest first.
  function differences(mine, other) {
    const gaps = new Map();
    for (const [answer, sign] of [[mine, 1], [other, -1]])
      for (const reason of answer.reasons)
        if (reason.kind === "term" && reason.address !== null && reason.amount !== null) {
          const [factor, name] = words.factors[reason.address], known = gaps.get(factor);
          gaps.set(factor, {name: known ? known.name : name, gap: (known ? known.gap : 0) + sign * reason.amount});
        }
    return [...gaps.values()].filter(one => one.gap).sort((a, b) => Math.abs(b.gap) - Math.abs(a.gap));
  }
  function gains(side) {
    const rest = side.slice(MOST_GAINS), shown = rest.length === 1 ? side : side.slice(0, MOST_GAINS);
    const told = shown.map(({name, gap}) => filled(words.why.gain, {amount: figure(gap), where: name}));
    if (rest.length > 1) told.push(filled(words.why.more, {amount: figure(rest.reduce((sum, one) => sum + one.gap, 0)), count: rest.length}));
    return told.join("; ");
  }
  // What the one choice has over the next best.
  function comparedWith(mine, rival, theory) {
    const first = words.options[mine.at], second = words.options[rival.at], over = filled(words.why.over, {first, second});
    const gaps = differences(mine, rival);
    if (!gaps.length || mine.score < rival.score) {
      const facts = rival.reasons.filter(r => r.kind === "binding" && r.test === null);
      return [[over, facts.length ? sentence(facts[0], rival.reasons, theory) : ""]];
    }
    const [one, other] = contrast(mine.score, rival.score);
    const sides = [[first, 1], [second, -1]].map(([option, way]) =>
      [filled(words.why.for, {option}), gaps.map(({name, gap}) => ({name, gap: way * gap})).filter(({gap}) => gap > 0)]);
    return [[over, filled(words.why.scores, {first: one, second: other})],
      ...sides.filter(([, side]) => side.length).map(([label, side]) => [label, gains(side)])];
  }
  function why(verdict, theory) {
    if (verdict.silent) return [];
    const answers = verdict.answers.map((answer, at) => ({...answer, at})), out = answers.filter(a => a.failed.length);
    const permitted = answers.filter(a => !a.failed.length), chosen = permitted.filter(a => a.chosen);
    const others = permitted.filter(a => !a.chosen).sort((a, b) => a.rank - b.rank || b.score - a.score);
    return [
      ...(!theory.tiers && chosen.length === 1 && others.length ? comparedWith(chosen[0], others[0], theory) : []),
      ...out.map(answer => [filled(words.why.against, {option: words.options[answer.at]}),
        answer.reasons.filter(r => r.kind === "test" && !r.holds).map(r => sentence(r, answer.reasons, theory)).join("; ")]),
    ];
  }
  function kind(verdict, theory) {
    if (verdict.silent) return theory.tiers ? "silent-tiers" : "silent";
    if (verdict.none) return "none";
    return theory.tiers ? "tiers" : verdict.choice.length === 1 ? "one" : "several";
  }
  // A phrase, a mark with a figure or a failed test for each option, and why as labels with sentences.
  return function tell(verdict, theory) {
    if (verdict.missing.length)
      return {phrase: filled(words.verdicts.absent, {missing: verdict.missing.join("; ")}), marks: [], why: []};
    const figures = theory.tiers ? verdict.answers.map(() => "") : aligned(verdict.answers.map(a => a.score));
    const options = listed(verdict.choice.map(i => words.options[i]));
    return {
      phrase: filled(words.verdicts[kind(verdict, theory)], {options}),
      marks: verdict.answers.map((a, i) => [statusOf(a, verdict), a.failed.length ? testWords(a.failed[0], theory).name : figures[i]]),
      get why() { return why(verdict, theory); }, // only told where it is read
    };
  };
}
