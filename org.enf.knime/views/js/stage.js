"use strict";

/** Places that show a molecule, by WebGL where a graphics card does it. */
window.enf = window.enf || {};

enf.stages = (() => {
  let kind = null;

  /** "webgl" or "canvas". */
  const renderer = () => {
    kind = kind || (enf.webglStage.works() ? "webgl" : "canvas");
    return kind;
  };

  /**
   * Makes a place inside an element of the page.
   *
   * @param {HTMLElement} host
   * @param {boolean} mouse whether it can be turned by mouse
   * @return {{show: function(?Object), turn: function(number, number), zoom: function(number),
   *     dress: function(string, boolean), recolour: function(), fit: function()}}
   */
  const create = (host, mouse) => {
    const stage = renderer() === "webgl" ? enf.webglStage.create(host, mouse) : enf.canvasStage.create(host, mouse);
    enf.theme.onChange(stage.recolour);
    return stage;
  };

  return { renderer, create };
})();
