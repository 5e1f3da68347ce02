"use strict";

/** The molecules in the order of the table, some to a page, turning. */
window.enf = window.enf || {};

enf.gallery = (() => {
  const make = enf.dom.make;
  const { number, list } = enf.numbers;
  const A_PAGE = 12;

  /** Says by sign and word whether a molecule is stable; null where it is not known. */
  const badge = (stable) => {
    if (stable === true) {
      return make("span.badge.stable", {}, "\u2713 stable");
    }
    return stable === false ? make("span.badge.unstable", {}, "\u2717 unstable") : null;
  };

  const tidy = (entry, index) => ({
    id: String(entry?.id ?? "Molecule " + (index + 1)),
    caption: String(entry?.caption ?? ""),
    stable: typeof entry?.stable === "boolean" ? entry.stable : null,
    sdf: entry?.sdf,
  });

  const card = (open) => {
    const place = make("span.stage", { "aria-hidden": "true" });
    const missing = make("span.missing", { hidden: true }, "No 3D structure");
    const text = make("span.text");
    const button = make("button.card", { type: "button" }, make("span.frame", {}, place, missing), text);
    const item = make("li", {}, button);
    let stage = null;
    let molecule = null;
    button.addEventListener("click", () => open(molecule));
    return {
      item,
      turn: (degrees) => molecule && stage?.turn(degrees),
      name: (next) => {
        molecule = next;
        item.hidden = molecule === null;
        // Neither the one before nor a verdict is to be seen under the new name.
        missing.hidden = true;
        place.classList.add("waiting");
        if (molecule) {
          text.replaceChildren(
            make("span.id", { title: molecule.id }, molecule.id),
            badge(molecule.stable) || "",
            make("span.formula", { title: molecule.caption }, molecule.caption),
          );
        }
      },
      draw: () => {
        if (molecule) {
          const structure = enf.sdf.parse(molecule.sdf);
          missing.hidden = structure !== null;
          stage = stage || enf.stages.create(place, false);
          stage.show(structure);
          place.classList.remove("waiting");
        }
      },
    };
  };

  const pager = (go) => {
    const button = (sign, name, target) => {
      const made = make("button", { type: "button", "aria-label": name, title: name }, sign);
      made.addEventListener("click", () => go(target));
      return made;
    };
    const first = button("\u00ab", "First page", () => 0);
    const back = button("\u2039", "Previous page", (page) => page - 1);
    const forth = button("\u203a", "Next page", (page) => page + 1);
    const last = button("\u00bb", "Last page", (page, pages) => pages - 1);
    const where = make("span.where", { "aria-live": "polite" });
    return {
      element: make("div.pager", { role: "group", "aria-label": "Pages" }, first, back, where, forth, last),
      show: (page, pages, count) => {
        const from = page * A_PAGE + 1;
        const to = Math.min(count, from + A_PAGE - 1);
        where.textContent = count === 0 ? "none" : number(from) + "\u2013" + number(to) + " of " + number(count);
        first.disabled = page === 0;
        back.disabled = page === 0;
        forth.disabled = page >= pages - 1;
        last.disabled = page >= pages - 1;
      },
    };
  };

  const headline = (total, shown) =>
    total > shown ? "The first " + number(shown) + " of " + number(total) + " molecules" : "All " + number(shown) + " molecules";

  const check = (text) => {
    const input = make("input", { type: "checkbox" });
    return { input, label: make("label", {}, input, text) };
  };

  /**
   * Adds the molecules.
   *
   * @param {HTMLElement} parent in the document
   * @param {{molecules: Array, total: number, shown: number}} data
   */
  const add = (parent, data) => {
    const all = list(data.molecules).map(tidy);
    const stable = all.filter((molecule) => molecule.stable === true);
    const judged = all.some((molecule) => molecule.stable !== null);
    let chosen = all;
    let page = 0;
    let place = 0;
    const pages = () => Math.max(1, Math.ceil(chosen.length / A_PAGE));

    const section = enf.dom.section(parent, "Molecules");
    const total = Math.max(all.length, Number(data.total) || 0);
    section.append(make("p.note", {}, all.length === 0 ? "There are no molecules." : headline(total, all.length) + ". Choose one to enlarge it."));
    if (all.length === 0) {
      return;
    }
    const filter = check("Stable only (" + number(stable.length) + ")");
    const rotate = check("Rotate");
    const paging = pager((target) => {
      page = Math.min(pages() - 1, Math.max(0, target(page, pages())));
      show();
    });
    const grid = make("ul.gallery", { "aria-label": "Molecules", "data-renderer": enf.stages.renderer() });
    const empty = make("p.note", { hidden: true }, "No molecule of these is stable.");
    const toolbar = make("div.controls.toolbar", {}, paging.element, judged ? filter.label : null, rotate.label);
    section.append(toolbar, grid, empty);

    const cards = Array.from({ length: Math.min(A_PAGE, all.length) }, () => card((molecule) => enlarge(molecule)));
    grid.append(...cards.map((one) => one.item));
    const turning = enf.turning.create(grid, (degrees) => cards.forEach((one) => one.turn(degrees)));
    const enlarged = enf.enlarged.create(
      section,
      (places, go) => {
        const wanted = chosen[place + places] || null;
        place = go && wanted ? place + places : place;
        return wanted;
      },
      () => {
        turning.cover(false);
        page = Math.floor(place / A_PAGE);
        show();
        cards[place % A_PAGE].item.firstChild.focus();
      },
    );
    const enlarge = (molecule) => {
      place = chosen.indexOf(molecule);
      turning.cover(true);
      enlarged.open(molecule);
    };
    // One molecule a frame, so that the page answers where drawing is slow.
    let latest = 0;
    const draw = (drawing, i) => {
      if (drawing !== latest) {
        return;
      }
      grid.dataset.drawn = String(i);
      if (i < cards.length) {
        cards[i].draw();
        requestAnimationFrame(() => draw(drawing, i + 1));
      }
    };
    const show = () => {
      cards.forEach((one, i) => one.name(chosen[page * A_PAGE + i] || null));
      latest += 1;
      draw(latest, 0);
      paging.show(page, pages(), chosen.length);
      empty.hidden = chosen.length > 0;
    };

    rotate.input.checked = turning.wanted();
    rotate.input.addEventListener("change", () => turning.want(rotate.input.checked));
    filter.input.addEventListener("change", () => {
      chosen = filter.input.checked ? stable : all;
      page = 0;
      show();
    });
    show();
  };

  return { add, badge };
})();
