"use strict";

/** One molecule, large: it can be turned, zoomed, and shown in several ways. */
window.enf = window.enf || {};

enf.enlarged = (() => {
  const make = enf.dom.make;
  const TURN = 12;
  const LOOKS = { balls: "Balls and sticks", sticks: "Sticks", spheres: "Full spheres" };

  const keys = (stage) => ({
    ArrowLeft: () => stage.turn(-TURN, 0),
    ArrowRight: () => stage.turn(TURN, 0),
    ArrowUp: () => stage.turn(0, -TURN),
    ArrowDown: () => stage.turn(0, TURN),
    "+": () => stage.zoom(1.2),
    "=": () => stage.zoom(1.2),
    "-": () => stage.zoom(1 / 1.2),
    0: () => stage.fit(),
  });

  /**
   * @param {HTMLElement} parent
   * @param {function(number): ?Object} ask gives the molecule so many places further, null where there is none
   * @param {function()} closed is called when the reader closes it
   */
  const create = (parent, ask, closed) => {
    const heading = make("h2", { id: "enlarged-title" });
    const caption = make("p.enlarged-caption");
    const place = make("div.enlarged-stage", {
      tabindex: 0,
      role: "application",
      "aria-label": "The molecule in 3D. Arrow keys turn it, plus and minus zoom, zero shows it whole.",
    });
    const missing = make("p.enlarged-missing", {}, "No 3D structure.");
    const look = make("select", {}, ...Object.entries(LOOKS).map(([value, text]) => make("option", { value }, text)));
    const letters = make("input", { type: "checkbox" });
    const previous = make("button", { type: "button" }, "Previous");
    const next = make("button", { type: "button" }, "Next");
    const close = make("button", { type: "button" }, "Close");
    const dialog = make(
      "dialog.enlarged",
      { "aria-labelledby": "enlarged-title" },
      make("header", {}, heading, close),
      caption,
      make("div.enlarged-frame", {}, place, missing),
      make(
        "div.controls",
        {},
        make("label", {}, "Show as", look),
        make("label", {}, letters, "Element letters"),
        make("span.spacer"),
        previous,
        next,
      ),
      make("p.note", {}, "Drag or use the arrow keys to turn, the wheel or plus and minus to zoom."),
    );
    parent.append(dialog);
    // Made when first opened, as it needs a size.
    let stage = null;

    const show = (molecule) => {
      heading.textContent = molecule.id;
      caption.replaceChildren(molecule.caption, enf.gallery.badge(molecule.stable) || "");
      const structure = enf.sdf.parse(molecule.sdf);
      missing.hidden = structure !== null;
      stage.show(structure);
      previous.disabled = ask(-1) === null;
      next.disabled = ask(1) === null;
    };
    const go = (places) => {
      const molecule = ask(places, true);
      if (molecule) {
        show(molecule);
      }
    };
    const dress = () => {
      // Letters would show through spheres that hide their atoms.
      letters.disabled = look.value === "spheres";
      stage.dress(look.value, letters.checked && !letters.disabled);
    };

    place.addEventListener("keydown", (event) => {
      const action = keys(stage)[event.key];
      if (action && !event.ctrlKey && !event.metaKey && !event.altKey) {
        action();
        event.preventDefault();
      }
    });
    look.addEventListener("change", dress);
    letters.addEventListener("change", dress);
    previous.addEventListener("click", () => go(-1));
    next.addEventListener("click", () => go(1));
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", closed);
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());

    return {
      open: (molecule) => {
        dialog.showModal();
        place.focus();
        stage = stage || enf.stages.create(place, true);
        show(molecule);
        stage.fit();
      },
    };
  };

  return { create };
})();
