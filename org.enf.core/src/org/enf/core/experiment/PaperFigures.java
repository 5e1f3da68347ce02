package org.enf.core.experiment;

import java.util.EnumMap;
import java.util.Map;

/** What the paper reports (Satorras et al. 2021, Tables 1 and 2, Figures 3 and 4). */
final class PaperFigures {
  /** Table 1, left; by training samples, in the order of the experiment's sizes. */
  static final PaperFigures DW4 =
      new PaperFigures()
          .nlls(Method.ENF, 8.31, 8.15, 7.69, 7.48)
          .nlls(Method.GNF, 11.93, 11.31, 10.38, 7.95)
          .nlls(Method.GNF_ATT, 11.65, 11.13, 9.34, 7.83)
          .nlls(Method.GNF_ATT_AUG, 8.81, 8.31, 7.90, 7.61)
          .nlls(Method.SIMPLE, 9.58, 9.51, 9.53, 9.47)
          .nlls(Method.KERNEL, 8.74, 8.67, 8.42, 8.26);

  /** Table 1, right. */
  static final PaperFigures LJ13 =
      new PaperFigures()
          .nlls(Method.ENF, 33.12, 30.99, 30.56, 30.41)
          .nlls(Method.GNF, 43.56, 42.84, 37.17, 36.49)
          .nlls(Method.GNF_ATT, 43.32, 36.22, 33.84, 32.65)
          .nlls(Method.GNF_ATT_AUG, 41.09, 31.50, 30.74, 30.93)
          .nlls(Method.SIMPLE, 33.67, 33.10, 32.79, 32.99)
          .nlls(Method.KERNEL, 35.03, 31.49, 31.17, 31.25);

  /** Figure 3 with its table. */
  static final PaperFigures QM9_POSITIONAL =
      new PaperFigures()
          .rows(Method.ENF, PaperFigure.ofPositions(-70.2, 0.006))
          .rows(Method.GNF, PaperFigure.ofPositions(-0.9, 0.011))
          .rows(Method.GNF_ATT, PaperFigure.ofPositions(-26.6, 0.007))
          .rows(Method.GNF_ATT_AUG, PaperFigure.ofPositions(-33.5, 0.006))
          .rows(Method.SIMPLE, PaperFigure.ofPositions(73.0, 0.086))
          .rows(Method.KERNEL, PaperFigure.ofPositions(38.6, 0.029));

  /** Table 2. */
  static final PaperFigures QM9 =
      new PaperFigures()
          .rows(Method.ENF, PaperFigure.ofMolecules(-59.7, 0.85, 0.049))
          .rows(Method.GNF_ATT, PaperFigure.ofMolecules(-28.2, 0.72, 0.003))
          .rows(Method.GNF_ATT_AUG, PaperFigure.ofMolecules(-29.3, 0.75, 0.005));

  private final Map<Method, PaperFigure[]> figures = new EnumMap<>(Method.class);

  private PaperFigures nlls(Method method, double... nlls) {
    PaperFigure[] rows = new PaperFigure[nlls.length];
    for (int k = 0; k < rows.length; k++) {
      rows[k] = PaperFigure.ofNll(nlls[k]);
    }
    return rows(method, rows);
  }

  private PaperFigures rows(Method method, PaperFigure... rows) {
    figures.put(method, rows);
    return this;
  }

  /** The figure of a method at the size with this index, or none. */
  PaperFigure of(Method method, int size) {
    PaperFigure[] rows = figures.get(method);
    return rows == null || size < 0 || size >= rows.length ? PaperFigure.NONE : rows[size];
  }

  boolean has(Method method) {
    return figures.containsKey(method);
  }
}
