"use strict";

/** A place that shows a molecule by drawing on a flat canvas, for computers without a graphics card. */
window.enf = window.enf || {};

enf.canvasStage = (() => {
  const RADIUS = { H: 0.31, C: 0.48, N: 0.46, O: 0.44, F: 0.42 };
  const COLOUR = { H: "#f2f2f2", C: "#8c8c8c", N: "#3050f8", O: "#ee2010", F: "#7fd34e" };
  const FULL = { H: 1.2, C: 1.7, N: 1.55, O: 1.52, F: 1.47 };

  const radius = (element, look) => {
    if (look === "spheres") {
      return FULL[element] || 1.8;
    }
    return look === "sticks" ? 0.2 : RADIUS[element] || 0.55;
  };

  /** Middle and reach of the atoms. */
  const frame = (atoms) => {
    const middle = ["x", "y", "z"].map((axis) => atoms.reduce((sum, atom) => sum + atom[axis], 0) / atoms.length);
    const reach = atoms.map((a) => Math.hypot(a.x - middle[0], a.y - middle[1], a.z - middle[2]));
    return { middle, reach: Math.max(1.2, ...reach) + 0.6 };
  };

  const about = (degrees, [x, y, z], vertical) => {
    const c = Math.cos((degrees * Math.PI) / 180);
    const s = Math.sin((degrees * Math.PI) / 180);
    return vertical ? [c * x + s * z, y, c * z - s * x] : [x, c * y - s * z, s * y + c * z];
  };

  const ball = (pen, { x, y, r, element }) => {
    const shade = pen.createRadialGradient(x - r * 0.35, y - r * 0.35, r * 0.1, x, y, r);
    const colour = COLOUR[element] || "#c060c0";
    shade.addColorStop(0, "#ffffff");
    shade.addColorStop(0.35, colour);
    shade.addColorStop(1, "color-mix(in srgb, " + colour + " 62%, black)");
    pen.fillStyle = shade;
    pen.beginPath();
    pen.arc(x, y, r, 0, 2 * Math.PI);
    pen.fill();
  };

  const stick = (pen, from, to, order, scale) => {
    const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    const lines = order >= 2 && order <= 3 ? order : 1;
    const gap = 0.2 * scale;
    pen.strokeStyle = "#8a939c";
    pen.lineWidth = (lines === 1 ? 0.2 : 0.1) * scale;
    for (let i = 0; i < lines; i += 1) {
      const shift = (i - (lines - 1) / 2) * gap;
      const dx = (-(to.y - from.y) / length) * shift;
      const dy = ((to.x - from.x) / length) * shift;
      pen.beginPath();
      pen.moveTo(from.x + dx, from.y + dy);
      pen.lineTo(to.x + dx, to.y + dy);
      pen.stroke();
    }
  };

  const letter = (pen, { x, y, element }, scale) => {
    pen.font = "600 " + Math.max(10, scale * 0.42) + "px sans-serif";
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.lineWidth = 3;
    pen.strokeStyle = "#ffffff";
    pen.strokeText(element, x, y);
    pen.fillStyle = "#101010";
    pen.fillText(element, x, y);
  };

  /** The same as webglStage.create. */
  const create = (host, mouse) => {
    const canvas = enf.dom.make("canvas");
    const pen = canvas.getContext("2d");
    host.append(canvas);
    let molecule = null;
    let places = [];
    let reach = 1;
    let zoom = 1;
    let look = "balls";
    let letters = false;

    const draw = () => {
      const density = window.devicePixelRatio || 1;
      const [width, height] = [host.clientWidth, host.clientHeight];
      canvas.width = width * density;
      canvas.height = height * density;
      if (!molecule) {
        return;
      }
      pen.scale(density, density);
      const scale = ((Math.min(width, height) / 2) * zoom) / reach;
      const spots = molecule.atoms.map(({ element }, i) => ({
        element,
        x: width / 2 + places[i][0] * scale,
        y: height / 2 - places[i][1] * scale,
        r: radius(element, look) * scale,
        depth: places[i][2],
        paint: (spot) => ball(pen, spot),
      }));
      const sticks = molecule.bonds.map(({ from, to, order }) => ({
        depth: (places[from][2] + places[to][2]) / 2,
        paint: () => stick(pen, spots[from], spots[to], order, scale),
      }));
      [...spots, ...sticks].sort((a, b) => a.depth - b.depth).forEach((part) => part.paint(part));
      if (letters) {
        spots.forEach((spot) => letter(pen, spot, scale));
      }
    };

    const turn = (right, down) => {
      places = places.map((at) => about(down || 0, about(right || 0, at, true), false));
      draw();
    };
    const changeZoom = (factor) => {
      zoom = Math.min(8, Math.max(0.2, zoom * factor));
      draw();
    };

    if (mouse) {
      canvas.addEventListener("pointerdown", (event) => canvas.setPointerCapture(event.pointerId));
      canvas.addEventListener("pointermove", (event) => event.buttons && turn(event.movementX / 2, event.movementY / 2));
      canvas.addEventListener("wheel", (event) => {
        event.preventDefault();
        changeZoom(event.deltaY < 0 ? 1.1 : 1 / 1.1);
      });
    }
    new ResizeObserver(draw).observe(host);

    return {
      show: (next) => {
        molecule = next;
        zoom = 1;
        if (molecule) {
          const { middle, reach: far } = frame(molecule.atoms);
          reach = far;
          places = molecule.atoms.map(({ x, y, z }) => about(18, [x - middle[0], y - middle[1], z - middle[2]], false));
        }
        draw();
      },
      turn,
      zoom: changeZoom,
      dress: (nextLook, nextLetters) => {
        look = nextLook;
        letters = nextLetters;
        draw();
      },
      recolour: draw,
      fit: draw,
    };
  };

  return { create };
})();
