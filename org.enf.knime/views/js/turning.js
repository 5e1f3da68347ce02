"use strict";

/** Lets molecules turn, as long as they can be seen and the reader has not stopped them. */
window.enf = window.enf || {};

enf.turning = (() => {
  const DEGREES_A_SECOND = 30;
  const MOST_DEGREES = 12;
  const LEAST_PAUSE = 25;

  /**
   * @param {HTMLElement} area whose molecules turn while it is in sight
   * @param {function(number)} turn turns them by so many degrees
   */
  const create = (area, turn) => {
    let wanted = !window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    let covered = false;
    let seen = false;
    let scheduled = false;
    let before = 0;

    const runs = () => wanted && !covered && seen && !document.hidden;

    const schedule = (pause) => {
      if (!scheduled) {
        scheduled = true;
        setTimeout(() => requestAnimationFrame(tick), pause);
      }
    };
    const tick = () => {
      scheduled = false;
      if (!runs()) {
        return;
      }
      const start = performance.now();
      turn(Math.min(MOST_DEGREES, (DEGREES_A_SECOND * (start - before)) / 1000));
      before = start;
      // Where drawing is slow, as without a graphics card, it gets half of the time at most.
      schedule(Math.max(LEAST_PAUSE, performance.now() - start));
    };
    const check = () => {
      if (runs()) {
        before = performance.now();
        schedule(0);
      }
    };

    new IntersectionObserver((entries) => {
      seen = entries[entries.length - 1].isIntersecting;
      check();
    }).observe(area);
    document.addEventListener("visibilitychange", check);

    return {
      wanted: () => wanted,
      want: (next) => {
        wanted = next;
        check();
      },
      cover: (next) => {
        covered = next;
        check();
      },
    };
  };

  return { create };
})();
