"use strict";

/**
 * Elements by name. Text goes in as text, never as markup: names of molecules and files come from strangers.
 */
window.enf = window.enf || {};

enf.dom = (() => {
  /**
   * Makes an element.
   *
   * @param {string} tag with classes after dots, such as "p.note"
   * @param {Object} attributes null and undefined are left out
   * @param {...(Node|string|null)} children strings become text
   */
  const make = (tag, attributes = {}, ...children) => {
    const [name, ...classes] = tag.split(".");
    const element = document.createElement(name);
    element.classList.add(...classes);
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== null && value !== undefined && value !== false) {
        element.setAttribute(key, value === true ? "" : String(value));
      }
    }
    element.append(...children.filter((child) => child !== null && child !== undefined));
    return element;
  };

  /** A section with a heading, in the page. */
  const section = (parent, title) => {
    const part = make("section", {}, make("h2", {}, title));
    parent.append(part);
    return part;
  };

  /** Tiles of label, value and hint; nothing if there are none. */
  const tiles = (parent, entries) => {
    if (entries.length === 0) {
      return;
    }
    const list = make("dl.tiles");
    for (const entry of entries) {
      const value = enf.numbers.text(entry.value);
      list.append(
        make(
          "div.tile",
          {},
          make("dt", {}, String(entry.label ?? "")),
          make(
            "dd",
            {},
            make(value.length > 14 ? "div.value.long" : "div.value", {}, value),
            entry.hint ? make("div.hint", {}, String(entry.hint)) : null,
          ),
        ),
      );
    }
    parent.append(list);
  };

  return { make, section, tiles };
})();
