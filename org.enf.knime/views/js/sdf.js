"use strict";

/** Reads atoms and bonds of a molecule in an MDL file, V2000 or V3000: all that is needed to draw it. */
window.enf = window.enf || {};

enf.sdf = (() => {
  const MOST_ATOMS = 2000;

  const atom = (element, x, y, z) => ({ element, x: Number(x), y: Number(y), z: Number(z) });

  const bond = (from, to, order) => ({ from: Number(from) - 1, to: Number(to) - 1, order: Number(order) });

  const fixedColumns = (lines) => {
    const atomCount = Number(lines[3].slice(0, 3));
    const bondCount = Number(lines[3].slice(3, 6));
    const atoms = lines
      .slice(4, 4 + atomCount)
      .map((line) => atom(line.slice(31, 34).trim(), line.slice(0, 10), line.slice(10, 20), line.slice(20, 30)));
    const bonds = lines
      .slice(4 + atomCount, 4 + atomCount + bondCount)
      .map((line) => bond(line.slice(0, 3), line.slice(3, 6), line.slice(6, 9)));
    return { atoms, bonds, complete: atoms.length === atomCount && bonds.length === bondCount };
  };

  const words = (lines) => {
    const atoms = [];
    const bonds = [];
    let block = "";
    for (const line of lines) {
      const word = line.replace(/^M\s+V30\s*/, "").trim().split(/\s+/);
      if (word[0] === "BEGIN" || word[0] === "END") {
        block = word[0] === "BEGIN" ? word[1] : "";
      } else if (block === "ATOM") {
        atoms.push(atom(word[1], word[2], word[3], word[4]));
      } else if (block === "BOND") {
        bonds.push(bond(word[2], word[3], word[1]));
      }
    }
    return { atoms, bonds, complete: true };
  };

  const sound = ({ atoms, bonds, complete }) =>
    complete &&
    atoms.length > 0 &&
    atoms.length <= MOST_ATOMS &&
    atoms.every((a) => /^[A-Z][a-z]?$/.test(a.element) && [a.x, a.y, a.z].every(Number.isFinite)) &&
    bonds.every((b) => atoms[b.from] && atoms[b.to] && b.from !== b.to && b.order > 0);

  /**
   * @param {string} text of one molecule
   * @return {?{atoms: Array, bonds: Array}} with positions in Å, or null if there is nothing that could be drawn
   */
  const parse = (text) => {
    if (typeof text !== "string") {
      return null;
    }
    const lines = text.split(/\r\n|\r|\n/);
    if (lines.length < 5) {
      return null;
    }
    const molecule = lines[3].includes("V3000") ? words(lines) : fixedColumns(lines);
    return sound(molecule) ? { atoms: molecule.atoms, bonds: molecule.bonds } : null;
  };

  return { parse };
})();
