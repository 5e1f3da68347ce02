"use strict";

/** What is computed from the loss of a run before it is drawn. */
window.enf = window.enf || {};

enf.curves = (() => {
  const { finite } = enf.numbers;

  /** Mean over each value and so many neighbours on either side. */
  const mean = (values, reach) => {
    const sums = [0];
    const counts = [0];
    values.forEach((value, i) => {
      const known = finite(value);
      sums.push(sums[i] + (known ?? 0));
      counts.push(counts[i] + (known === null ? 0 : 1));
    });
    return values.map((value, i) => {
      const from = Math.max(0, i - reach);
      const to = Math.min(values.length, i + reach + 1);
      const count = counts[to] - counts[from];
      return count === 0 ? null : (sums[to] - sums[from]) / count;
    });
  };

  /**
   * Means over about so many neighbouring points, taken twice for a calm curve. Both sides count alike, so the curve does
   * not lag behind where the loss falls.
   */
  const smooth = (values, points) => {
    const reach = Math.floor(points / 3);
    return reach === 0 ? values.map(finite) : mean(mean(values, reach), reach);
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
