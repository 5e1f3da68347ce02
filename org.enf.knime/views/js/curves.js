"use strict";

/** What is computed from the loss of a run before it is drawn. */
window.enf = window.enf || {};

enf.curves = (() => {
  const { finite } = enf.numbers;

  /**
   * Exponential moving average over about so many points. Missing values have no weight, and the first ones count as if
   * there had been others like them before.
   */
  const smooth = (values, points) => {
    const decay = points <= 1 ? 0 : 1 - 2 / (points + 1);
    let sum = 0;
    let weight = 0;
    return values.map((value) => {
      const known = finite(value);
      if (known !== null) {
        sum = decay * sum + (1 - decay) * known;
        weight = decay * weight + (1 - decay);
      }
      return weight > 0 ? sum / weight : null;
    });
  };

  /** The value below which the share of the values lies. */
  const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];

  /**
   * The range that shows the smoothed curve whole and all but the outermost hundredths of the values.
   *
   * @return {{low: number, high: number, outside: number}} or null without values
   */
  const range = (values, smoothed) => {
    const sorted = values.map(finite).filter((value) => value !== null).sort((a, b) => a - b);
    if (sorted.length === 0) {
      return null;
    }
    const curve = smoothed.filter((value) => value !== null);
    const lowest = curve.reduce((a, b) => Math.min(a, b), quantile(sorted, 0.01));
    const highest = curve.reduce((a, b) => Math.max(a, b), quantile(sorted, 0.99));
    const room = (highest - lowest) * 0.06 || Math.abs(highest) * 0.1 || 1;
    const low = lowest - room;
    const high = highest + room;
    return { low, high, outside: sorted.filter((value) => value < low || value > high).length };
  };

  /** Index of the least value, or -1. */
  const least = (values) => {
    let best = -1;
    values.forEach((value, i) => {
      if (finite(value) !== null && (best < 0 || value < values[best])) {
        best = i;
      }
    });
    return best;
  };

  return { smooth, range, least };
})();
