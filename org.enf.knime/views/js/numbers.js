"use strict";

/** Numbers as they come and as they are read. */
window.enf = window.enf || {};

enf.numbers = (() => {
  /** The number, or null for what is none: JSON has no NaN, so writers send null or a word. */
  const finite = (value) => (typeof value === "number" && Number.isFinite(value) ? value : null);

  /** A number with at least four significant digits, thousands grouped. */
  const number = (value) => {
    const size = Math.abs(value);
    if (size !== 0 && (size < 1e-4 || size >= 1e12)) {
      return value.toExponential(2).replace(/^-/, "\u2212");
    }
    const decimals = size === 0 ? 0 : Math.max(0, 3 - Math.floor(Math.log10(size)));
    return value.toLocaleString("en-US", { maximumFractionDigits: decimals }).replace("-", "\u2212");
  };

  /** Any value as a reader wants it; a dash for one that is missing. */
  const text = (value) => {
    if (value === null || value === undefined || value === "" || value === "NaN") {
      return "\u2013";
    }
    if (typeof value === "number") {
      return Number.isFinite(value) ? number(value) : "\u2013";
    }
    return String(value);
  };

  /** The elements if it is a list, else none. */
  const list = (value) => (Array.isArray(value) ? value : []);

  return { finite, number, text, list };
})();
