"use strict";

/**
 * Starts a page: its data stand in the page itself or come from KNIME. The attribute "data-enf" of the root element says
 * how far it is: absent, "ready" or "failed".
 */
window.enf = window.enf || {};

enf.page = (() => {
  const make = enf.dom.make;

  const data = async () => {
    const own = document.getElementById("enf-data");
    if (own) {
      return JSON.parse(own.textContent);
    }
    if (window.parent === window) {
      throw new Error("This page holds no data. Open it from KNIME, or write it out with its data.");
    }
    return enf.knimeData.load();
  };

  const fail = (main, error) => {
    main.replaceChildren(
      make("h1", {}, "Nothing to show"),
      make("p.failure", { role: "alert" }, error.message || String(error)),
    );
    document.documentElement.dataset.enf = "failed";
  };

  /**
   * Gets the data and draws them.
   *
   * @param {string} title where the data have none
   * @param {function(HTMLElement, Object)} draw puts what is to be seen into the element
   */
  const start = async (title, draw) => {
    const main = document.getElementById("page");
    try {
      const content = await data();
      if (content === null || typeof content !== "object" || Array.isArray(content)) {
        throw new Error("The node sent no data.");
      }
      const heading = String(content.title || title);
      document.title = heading;
      main.replaceChildren(make("h1", {}, heading));
      for (const notice of enf.numbers.list(content.notices)) {
        main.append(make("p.notice", {}, String(notice)));
      }
      draw(main, content);
      document.documentElement.dataset.enf = "ready";
    } catch (error) {
      console.error(error);
      fail(main, error);
    }
    main.removeAttribute("aria-busy");
  };

  return { start };
})();
