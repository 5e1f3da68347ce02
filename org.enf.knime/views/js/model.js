"use strict";

/** The page of a model: what it is and where it comes from. */
(() => {
  const { make, section } = enf.dom;
  const { text, list } = enf.numbers;

  const rows = (entries) => {
    const body = make("tbody");
    for (const [label, value] of entries.filter(Array.isArray)) {
      body.append(make("tr", {}, make("th", { scope: "row" }, text(label)), make("td", {}, text(value))));
    }
    return make("table.card", {}, body);
  };

  const draw = (main, data) => {
    const group = make("div.cards");
    main.append(group);
    list(data.sections).forEach((part, index) => {
      const card = section(group, String(part?.title ?? ""));
      const entries = list(part?.rows);
      card.append(entries.length > 0 ? rows(entries) : make("p.note", {}, "Nothing is known."));
      // After the first section, so that both columns of a wide window get about as long.
      if (index === 0) {
        list(data.plots).forEach((spec) => enf.plot.add(group, spec));
      }
    });
    if (list(data.sections).length === 0) {
      list(data.plots).forEach((spec) => enf.plot.add(group, spec));
    }
  };

  enf.page.start("Model", draw);
})();
