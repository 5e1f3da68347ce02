"use strict";

/** The page of a training run. */
(() => {
  const { make, section, tiles } = enf.dom;
  const { finite, number, list } = enf.numbers;
  const STEP = "Step";
  const ZOOM = "Drag over a plot to zoom in, double-click to see all.";

  /** First and last step of all curves, so that the plots stand one below the other. */
  const steps = (data) => {
    const all = [data.training, data.validation, data.checks].flatMap((part) => list(part?.step)).map(finite);
    const known = all.filter((step) => step !== null);
    if (known.length === 0) {
      return undefined;
    }
    const low = known.reduce((a, b) => Math.min(a, b));
    const high = known.reduce((a, b) => Math.max(a, b));
    return low === high ? [low - 1, high + 1] : [low, high];
  };

  const slider = (points) => {
    const value = make("output", {}, "");
    const input = make("input", { type: "range", min: 0, max: 7, step: 1, value: 4 });
    const label = make("label", {}, "Smoothing", input, value);
    const width = () => 2 ** Number(input.value);
    const show = () => {
      value.textContent = width() === 1 ? "off" : "about " + width() + " points";
      input.setAttribute("aria-valuetext", value.textContent);
    };
    input.max = Math.max(1, Math.min(9, Math.floor(Math.log2(points / 4 || 1))));
    input.value = Math.min(5, Number(input.max));
    show();
    input.addEventListener("input", show);
    return { label, input, width };
  };

  const lossNote = (range, whole) => {
    if (range === null || range.outside === 0 || whole) {
      return "";
    }
    const points = range.outside === 1 ? "One value lies" : number(range.outside) + " values lie";
    return points + " outside the axis.";
  };

  const loss = (parent, data, xRange) => {
    const step = list(data.training?.step);
    const values = list(data.training?.loss);
    const smoothing = slider(values.length);
    const outliers = make("input", { type: "checkbox" });
    const outlierLabel = make("label", {}, outliers, "Show outliers");
    const controls = make("div.controls.above", {}, smoothing.label, outlierLabel);
    parent.append(controls);

    const spec = () => {
      const smoothed = enf.curves.smooth(values, smoothing.width());
      const range = enf.curves.range(values, smoothed);
      outlierLabel.hidden = !range || range.outside === 0;
      const cut = range && !outliers.checked;
      return {
        title: "Training loss",
        note: lossNote(range, outliers.checked),
        xLabel: STEP,
        yLabel: data.lossLabel || "Loss",
        kind: "lines",
        height: 300,
        sync: "steps",
        xRange,
        yRange: cut ? () => [range.low, range.high] : null,
        series: [
          { name: "Each step", x: step, y: values, look: "thin", colour: 0 },
          { name: "Smoothed", x: step, y: smoothed, look: "line", colour: 1 },
        ],
      };
    };
    const plot = enf.plot.add(parent, spec());
    controls.hidden = values.length === 0;
    smoothing.input.addEventListener("input", () => plot.update(spec()));
    outliers.addEventListener("change", () => plot.update(spec()));
  };

  const validation = (parent, data, xRange) => {
    const step = list(data.validation?.step);
    const nll = list(data.validation?.nll);
    const best = enf.curves.least(nll);
    const series = [{ name: "Validation", x: step, y: nll, look: "dots", colour: 0 }];
    if (best >= 0) {
      series.push({ name: "Best", x: [step[best]], y: [nll[best]], look: "mark", colour: 1 });
    }
    enf.plot.add(parent, {
      title: "Validation",
      note: best >= 0 ? "Best: " + number(nll[best]) + " at step " + number(step[best]) + ". Less is better." : "",
      xLabel: STEP,
      yLabel: data.validationLabel || "Negative log-likelihood (nats a molecule)",
      kind: "lines",
      sync: "steps",
      xRange,
      series,
    });
  };

  const percent = (shares) => list(shares).map((share) => (finite(share) === null ? null : share * 100));

  const checks = (parent, data, xRange) => {
    const step = list(data.checks?.step);
    enf.plot.add(parent, {
      title: "Stability of molecules drawn during training",
      xLabel: STEP,
      yLabel: "Stable (%)",
      kind: "lines",
      sync: "steps",
      xRange,
      yRange: () => [0, 100],
      series: [
        { name: "Atoms (%)", x: step, y: percent(data.checks?.stableAtoms), look: "dots", colour: 0 },
        { name: "Molecules (%)", x: step, y: percent(data.checks?.stableMolecules), look: "dots", colour: 1 },
      ],
    });
  };

  const draw = (main, data) => {
    tiles(main, list(data.summary));
    const curves = section(main, "Curves");
    const xRange = steps(data);
    if (!xRange) {
      curves.append(make("p.note", {}, "The run recorded no step."));
      return;
    }
    curves.append(make("p.note", {}, ZOOM));
    if (list(data.training?.step).length > 0) {
      loss(curves, data, xRange);
    }
    if (list(data.validation?.step).length > 0 || list(data.checks?.step).length > 0) {
      const group = make("div.plots");
      curves.append(group);
      if (list(data.validation?.step).length > 0) {
        validation(group, data, xRange);
      }
      if (list(data.checks?.step).length > 0) {
        checks(group, data, xRange);
      }
    }
  };

  enf.page.start("Training run", draw);
})();
