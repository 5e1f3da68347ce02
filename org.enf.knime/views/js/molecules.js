"use strict";

/** The page of drawn or judged molecules. */
(() => {
  const { section, tiles } = enf.dom;
  const { list } = enf.numbers;

  const draw = (main, data) => {
    tiles(main, list(data.figures));
    enf.gallery.add(main, data);
    if (list(data.plots).length > 0) {
      enf.plot.addAll(section(main, "Distributions"), data.plots);
    }
  };

  enf.page.start("Molecules", draw);
})();
