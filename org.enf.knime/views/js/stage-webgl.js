"use strict";

/** A place that shows a molecule by 3Dmol.js. All places of a page share one WebGL context, which 3Dmol.js sees to. */
window.enf = window.enf || {};

enf.webglStage = (() => {
  // Each look draws spheres, as atoms without a bond would not be seen otherwise.
  const LOOKS = {
    balls: { stick: { radius: 0.13 }, sphere: { scale: 0.26 } },
    sticks: { stick: { radius: 0.16 }, sphere: { radius: 0.2 } },
    spheres: { sphere: {} },
  };

  const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

  // 3Dmol.js leaves more room around a small molecule than a card has.
  const CLOSER = 1.25;

  /** Whether there is WebGL that a graphics card computes. In software it would take all cores for a few molecules. */
  const works = () => {
    if (typeof $3Dmol !== "object" || typeof OffscreenCanvas !== "function") {
      return false;
    }
    const context = new OffscreenCanvas(1, 1).getContext("webgl2");
    if (context === null) {
      return false;
    }
    const names = context.getExtension("WEBGL_debug_renderer_info");
    const renderer = names ? String(context.getParameter(names.UNMASKED_RENDERER_WEBGL)) : "";
    context.getExtension("WEBGL_lose_context")?.loseContext();
    return !SOFTWARE.test(renderer);
  };

  const atomsOf = (molecule) => {
    const atoms = molecule.atoms.map(({ element, x, y, z }, index) => ({
      elem: element,
      x,
      y,
      z,
      serial: index,
      bonds: [],
      bondOrder: [],
    }));
    for (const { from, to, order } of molecule.bonds) {
      // Aromatic and query bonds have numbers above 3 and are drawn as single ones.
      const drawn = order <= 3 ? order : 1;
      atoms[from].bonds.push(to);
      atoms[from].bondOrder.push(drawn);
      atoms[to].bonds.push(from);
      atoms[to].bondOrder.push(drawn);
    }
    return atoms;
  };

  /**
   * @param {HTMLElement} host with a size and a position of its own
   * @param {boolean} mouse whether mouse and fingers turn, zoom and move the molecule
   */
  const create = (host, mouse) => {
    const viewer = $3Dmol.createViewer(host, {
      backgroundColor: enf.theme.colour("stage"),
      nomouse: !mouse,
      disableFog: true,
      cartoonQuality: 4,
    });
    let look = "balls";
    let letters = false;
    let molecule = null;

    const dress = () => {
      viewer.setStyle({}, LOOKS[look]);
      viewer.removeAllLabels();
      if (letters && molecule) {
        for (const { element, x, y, z } of molecule.atoms) {
          viewer.addLabel(element, {
            position: { x, y, z },
            alignment: "center",
            fontSize: 18,
            bold: true,
            fontColor: "black",
            showBackground: false,
            inFront: true,
          });
        }
      }
    };

    return {
      show: (next) => {
        molecule = next;
        viewer.removeAllModels();
        viewer.setView([0, 0, 0, 0, 0, 0, 0, 1]);
        if (molecule) {
          viewer.addModel().addAtoms(atomsOf(molecule));
          dress();
          viewer.rotate(18, "x");
          viewer.zoomTo();
          viewer.zoom(CLOSER);
        }
        viewer.render();
      },
      turn: (right, down) => {
        if (molecule) {
          if (right) {
            viewer.rotate(right, down === undefined ? "y" : "vy");
          }
          if (down) {
            viewer.rotate(down, "vx");
          }
        }
      },
      zoom: (factor) => molecule && viewer.zoom(factor),
      dress: (nextLook, nextLetters) => {
        look = nextLook;
        letters = nextLetters;
        dress();
        viewer.render();
      },
      recolour: () => {
        viewer.setBackgroundColor(enf.theme.colour("stage"));
        viewer.render();
      },
      fit: () => {
        viewer.resize();
        viewer.zoomTo();
        viewer.zoom(CLOSER);
        viewer.render();
      },
    };
  };

  return { works, create };
})();
