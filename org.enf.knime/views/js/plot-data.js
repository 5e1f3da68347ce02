"use strict";

/** Brings the series of a plot to one list of places on the x axis, as uPlot wants them. */
window.enf = window.enf || {};

enf.plotData = (() => {
  const { finite, list } = enf.numbers;

  const pairs = (series) => {
    const x = list(series.x);
    const y = list(series.y);
    const found = [];
    for (let i = 0; i < Math.min(x.length, y.length); i += 1) {
      found.push([x[i], finite(y[i])]);
    }
    return found;
  };

  /** Names in the order in which they come, or null if all places are numbers. */
  const namesOf = (all) => {
    const places = all.flat().map(([x]) => x);
    const named = places.some((x) => typeof x === "string" && x !== "NaN");
    return named ? [...new Set(places.map(String))] : null;
  };

  /**
   * Joins series.
   *
   * @param {Array} series each with x (numbers or names) and y
   * @return {{names: ?string[], x: number[], y: Array[], empty: boolean}} where a series has no value at a place stands null
   */
  const join = (series) => {
    const all = series.map(pairs);
    const names = namesOf(all);
    const place = names ? (x) => names.indexOf(String(x)) : finite;
    const maps = all.map((of) => new Map(of.map(([x, y]) => [place(x), y])));
    const x = [...new Set(maps.flatMap((map) => [...map.keys()]))].filter((at) => at !== null).sort((a, b) => a - b);
    const y = maps.map((map) => x.map((at) => map.get(at) ?? null));
    return { names, x, y, empty: y.every((values) => values.every((value) => value === null)) };
  };

  /** The smallest distance between places, at most 1. */
  const step = (x) => {
    let least = 1;
    for (let i = 1; i < x.length; i += 1) {
      least = Math.min(least, x[i] - x[i - 1]);
    }
    return least;
  };

  return { join, step };
})();
