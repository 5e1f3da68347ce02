"use strict";

/** Colours of the style sheet, for what is drawn on a canvas. */
window.enf = window.enf || {};

enf.theme = (() => {
  const dark = window.matchMedia("(prefers-color-scheme: dark)");

  /** The value of a custom property, such as "line". */
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();

  /** The colour of a series of a plot, from 0. */
  const series = (index) => colour("series-" + ((index % 4) + 1));

  /** Calls when the reader changes between light and dark. */
  const onChange = (listener) => dark.addEventListener("change", () => listener());

  return { colour, series, onChange };
})();
