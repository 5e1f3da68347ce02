package org.enf.core.bench;

import java.util.ArrayList;
import java.util.List;

/** Results as lines of comma-separated values, one a figure, for other programs. */
public final class BenchmarkCsv {
  private final List<String> lines = new ArrayList<>();

  private BenchmarkCsv() {
    lines.add("case,engine,threads,quantity,value,unit");
  }

  /** The lines of a report, the header first. */
  public static List<String> lines(BenchmarkReport report) {
    BenchmarkCsv csv = new BenchmarkCsv();
    report.evaluations().forEach(csv::add);
    report.trainings().forEach(csv::add);
    report.samplings().forEach(csv::add);
    return List.copyOf(csv.lines);
  }

  private void add(EvaluationResult r) {
    String begin = r.what().id() + "," + r.engine() + "," + r.threads();
    for (Operation operation : Operation.values()) {
      add(begin, operation.text(), r.seconds(operation), "s");
    }
    add(begin, "rate of value + JVP and reverse", r.rate(), "1/s");
    add(begin, "peak of one thread", r.peak(), "1/s");
  }

  private void add(TrainingResult r) {
    String begin = r.what().id() + "," + r.engine() + "," + r.threads();
    add(begin, "step", r.seconds(), "s");
    add(begin, "steps measured", r.steps(), "");
    add(begin, "evaluations", r.evaluations(), "");
    add(begin, "peak of the heap", r.memory().heap(), "bytes");
    if (r.memory().resident() >= 0) {
      add(begin, "peak of the process", r.memory().resident(), "bytes");
    }
  }

  private void add(SamplingResult r) {
    String begin = "sample," + r.engine() + "," + r.threads();
    add(begin, "molecules", r.molecules(), "");
    add(begin, "failed", r.failed(), "");
    add(begin, "all molecules", r.seconds(), "s");
    add(begin, "evaluations", r.evaluations(), "");
  }

  private void add(String begin, String quantity, double value, String unit) {
    if (!Double.isNaN(value)) {
      lines.add(begin + "," + quantity + "," + value + "," + unit);
    }
  }
}
