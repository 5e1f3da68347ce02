"use strict";

/** Plots: curves and bars by uPlot, each with its values as a table for those who cannot see or hover. */
window.enf = window.enf || {};

enf.plot = (() => {
  const make = enf.dom.make;
  const { number, text, list } = enf.numbers;
  const FONT = '12px Roboto, "Segoe UI", system-ui, sans-serif';
  const BAR_SHARE = 0.78;
  const WHOLE = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

  /** Bars of all series side by side around their place. */
  const bars = (count, step) => (u, index, from, to) => {
    const x = u.data[0];
    const y = u.data[index];
    const slot = Math.abs(u.valToPos(step, "x", true) - u.valToPos(0, "x", true)) * BAR_SHARE;
    const width = Math.max(1, slot / count);
    const base = u.valToPos(0, "y", true);
    const fill = new Path2D();
    for (let i = from; i <= to; i += 1) {
      if (y[i] !== null) {
        const left = u.valToPos(x[i], "x", true) - slot / 2 + (index - 1) * width;
        const top = u.valToPos(y[i], "y", true);
        fill.rect(left, Math.min(top, base), Math.max(1, width - (count > 1 ? 1 : 0)), Math.abs(base - top));
      }
    }
    return { fill, stroke: null, clip: null, flags: 1 };
  };

  const axis = (extra) => ({
    font: FONT,
    stroke: enf.theme.colour("muted"),
    grid: { stroke: enf.theme.colour("line"), width: 1 },
    ticks: { stroke: enf.theme.colour("line"), width: 1, size: 5 },
    values: (u, splits) => splits.map((split) => (split === null ? "" : number(split))),
    ...extra,
  });

  const widest = (u, values) => {
    const longest = Math.max(1, ...list(values).map((value) => value.length));
    return 16 + longest * 7;
  };

  const xAxis = (spec, data) => {
    const common = { label: spec.xLabel || undefined, labelFont: FONT, labelSize: 22, size: 30 };
    if (data.names) {
      return axis({
        ...common,
        splits: () => data.x,
        values: (u, splits) => splits.map((at) => data.names[at] ?? ""),
        grid: { show: false },
      });
    }
    return axis({ ...common, space: 64, incrs: spec.kind === "bars" ? WHOLE : undefined });
  };

  const looks = {
    line: { width: 2, points: { show: false } },
    thin: { width: 1, alpha: 0.38, points: { show: false } },
    dots: { width: 2, points: { show: true, size: 7 } },
    mark: { width: 0, points: { show: true, size: 13 } },
  };

  const series = (spec, data, entry, index) => {
    const colour = enf.theme.series(entry.colour ?? index);
    const common = {
      label: String(entry.name ?? ""),
      stroke: colour,
      value: (u, value) => text(value),
      spanGaps: true,
    };
    if (spec.kind === "bars") {
      return {
        ...common,
        fill: colour,
        width: 0,
        paths: bars(spec.series.length, enf.plotData.step(data.x)),
        points: { show: false },
      };
    }
    const { points, ...look } = looks[entry.look] || looks.line;
    // Dashes tell curves apart where colours do not.
    const dash = entry.look || index === 0 ? undefined : [[], [8, 4], [2, 3], [10, 3, 2, 3]][index % 4];
    return { ...common, ...look, dash, points: { ...points, fill: colour, stroke: colour } };
  };

  /** Room beside the first and the last place; all of one curve's charts can have the same. */
  const xRange = (spec, data) => {
    if (spec.xRange) {
      return spec.xRange;
    }
    const first = data.x[0];
    const last = data.x[data.x.length - 1];
    const room = spec.kind === "bars" ? enf.plotData.step(data.x) * 0.6 : first === last ? 1 : 0;
    return [first - room, last + room];
  };

  const yRange = (spec) => (u, low, high) => {
    if (spec.yRange) {
      return spec.yRange(low, high);
    }
    if (spec.kind === "bars") {
      return [Math.min(0, low), high > 0 ? high * 1.08 : 1];
    }
    const room = (high - low) * 0.08 || Math.abs(high) * 0.1 || 1;
    // Shares, counts and densities start at nothing, and a curve of them should too.
    return [low >= 0 && low < high * 0.3 ? 0 : low - room, high + room];
  };

  const options = (spec, data, width) => {
    const home = xRange(spec, data);
    const zooms = spec.kind !== "bars";
    return {
      width,
      height: spec.height || 240,
      padding: [8, 26, 0, 0],
      scales: {
        // uPlot asks for the whole range with the first and the last place, and for a part of it when zoomed.
        x: { time: false, range: (u, low, high) => (low <= data.x[0] && high >= data.x[data.x.length - 1] ? home : [low, high]) },
        y: { range: yRange(spec) },
      },
      axes: [xAxis(spec, data), axis({ size: widest })],
      series: [
        { label: spec.xLabel || "x", value: (u, value) => (data.names && value !== null ? data.names[value] : text(value)) },
        ...spec.series.map((entry, index) => series(spec, data, entry, index)),
      ],
      cursor: {
        y: false,
        points: zooms ? {} : { show: false },
        drag: { x: zooms, y: false },
        sync: spec.sync ? { key: spec.sync } : undefined,
      },
      legend: {
        live: true,
        markers: {
          width: 3,
          fill: (u, i) => u.series[i].stroke(u, i),
          dash: (u, i) => (u.series[i].dash?.length > 0 ? "dashed" : "solid"),
        },
      },
      hooks: { setLegend: [(u) => u.root.classList.toggle("idle", u.legend.idx === null)] },
    };
  };

  const table = (spec, data) => {
    const head = make("tr", {}, make("th", { scope: "col" }, spec.xLabel || "x"));
    for (const entry of spec.series) {
      head.append(make("th", { scope: "col" }, String(entry.name ?? "")));
    }
    const body = make("tbody");
    data.x.forEach((at, i) => {
      const row = make("tr", {}, make("th", { scope: "row" }, data.names ? data.names[at] : number(at)));
      data.y.forEach((values) => row.append(make("td", {}, text(values[i]))));
      body.append(row);
    });
    return make("table", {}, make("thead", {}, head), body);
  };

  const values = (current) => {
    const place = make("div.values", { tabindex: 0, role: "region", "aria-label": "Values" });
    const details = make("details", {}, make("summary", {}, "Values as a table"), place);
    const fill = () => details.open && place.replaceChildren(table(...current()));
    details.addEventListener("toggle", fill);
    return { details, fill };
  };

  /**
   * Adds a plot.
   *
   * @param {HTMLElement} parent in the document, as the plot takes its width from there
   * @param {Object} spec title, note, xLabel, yLabel, kind ("bars" or "lines"), series with name, x, y and, for lines, look
   *     ("line", "thin", "dots", "mark") and colour; yRange(low, high), xRange, sync, height
   * @return {{element: HTMLElement, update: function(Object)}} update takes another spec for the same place
   */
  const add = (parent, spec) => {
    const chart = make(spec.kind === "bars" ? "div.chart" : "div.chart.lines");
    const yLabel = make("p.y-label", {}, String(spec.yLabel ?? ""));
    const caption = make("figcaption", {}, String(spec.title ?? ""));
    const note = make("p.note");
    let drawn = null;
    let plot = null;
    const { details, fill } = values(() => drawn);
    const element = make("figure.plot", {}, caption, note, yLabel, chart, details);
    parent.append(element);

    const draw = () => {
      const [current, data] = drawn;
      plot?.destroy();
      plot = null;
      chart.replaceChildren();
      note.textContent = current.note || "";
      note.hidden = !current.note;
      details.hidden = data.empty;
      yLabel.hidden = data.empty;
      if (data.empty) {
        chart.append(make("p.empty", {}, "No values."));
        return;
      }
      plot = new uPlot(options(current, data, Math.max(200, chart.clientWidth)), [data.x, ...data.y], chart);
      const names = current.series.map((entry) => entry.name).join(", ");
      plot.root.classList.add("idle");
      plot.ctx.canvas.setAttribute("role", "img");
      plot.ctx.canvas.setAttribute("aria-label", current.title + ": " + names + ". The values stand in the table below.");
    };
    const update = (next) => {
      const series = list(next.series);
      drawn = [{ ...next, series }, enf.plotData.join(series)];
      draw();
      fill();
    };

    update(spec);
    let width = chart.clientWidth;
    new ResizeObserver(() => {
      if (plot && chart.clientWidth !== width) {
        width = chart.clientWidth;
        plot.setSize({ width: Math.max(200, width), height: plot.height });
      }
    }).observe(chart);
    enf.theme.onChange(draw);
    return { element, update };
  };

  /** Adds a group of plots as they come in the data. */
  const addAll = (parent, specs) => {
    const plots = list(specs);
    if (plots.length === 0) {
      return;
    }
    const group = make("div.plots");
    parent.append(group);
    plots.forEach((spec) => add(group, spec));
  };

  return { add, addAll };
})();
