package org.enf.core.experiment;

/** A validation as a line of {@code curves.csv}. */
final class CurveTable {
  static final String HEADER =
      "method,samples,run,epoch,step,training_nll,validation_nll,evaluations,training_seconds";

  private CurveTable() {}

  static String line(CurvePoint point) {
    return new CsvRow()
        .add(point.key().method().id())
        .add(point.key().samples())
        .add(point.key().run())
        .add(point.epoch())
        .add(point.step())
        .add(point.trainingNll())
        .add(point.validationNll())
        .add(point.evaluations())
        .add(point.seconds())
        .toString();
  }

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException if it is no such line
   */
  static CurvePoint parse(String line) {
    CsvRow row = CsvRow.parse(line);
    if (row.size() != CsvRow.parse(HEADER).size()) {
      throw new IllegalArgumentException("it has " + row.size() + " cells");
    }
    RunKey key = new RunKey(Method.named(row.text()), row.integer(), row.integer());
    return new CurvePoint(
        key,
        row.integer(),
        row.longInteger(),
        row.number(),
        row.number(),
        row.number(),
        row.number());
  }
}
