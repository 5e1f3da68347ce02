package org.enf.core.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.enf.core.model.LikelihoodEvaluator.Value;
import org.enf.core.text.Words;

/** Means over the likelihoods of many molecules. */
final class LikelihoodSummary {
  private long molecules;
  private long withoutValue;
  private double mean;
  private double squares;
  private double prior;
  private double logDeterminant;
  private double dequantization;
  private double size;

  /** Counts a molecule with a value, by the algorithm of Welford (1962). */
  void add(Value value) {
    molecules++;
    double nll = -value.logLikelihood();
    double before = nll - mean;
    mean += before / molecules;
    squares += before * (nll - mean);
    prior += value.prior();
    logDeterminant += value.logDeterminant();
    dequantization += value.dequantization();
    size += value.size();
  }

  /** Counts a molecule without. */
  void addWithoutValue() {
    withoutValue++;
  }

  /** The number of molecules with a value. */
  long molecules() {
    return molecules;
  }

  /** The number of molecules without. */
  long withoutValue() {
    return withoutValue;
  }

  /** The mean bound on −log p(x, h, M) in nats; NaN for no molecule. */
  double meanNll() {
    return molecules == 0 ? Double.NaN : mean;
  }

  /** The standard error of the mean; NaN for fewer than two molecules. */
  double standardError() {
    return molecules < 2 ? Double.NaN : Math.sqrt(squares / (molecules - 1) / molecules);
  }

  /** Aligned lines, without what the figures mean. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(row("molecules", Words.number(molecules), ""));
    lines.add(row("without value", Words.number(withoutValue), ""));
    lines.add(
        row(
            "mean NLL",
            Words.nats(meanNll()),
            "nats a molecule, standard error " + Words.nats(standardError())));
    lines.add(row("  log p(z)", share(prior), "prior, mean"));
    lines.add(row("  log|det|", share(logDeterminant), "ActNorm and flow, mean"));
    lines.add(row("  -log q(v|h,x)", share(-dequantization), "dequantization, mean"));
    lines.add(row("  log p(M)", share(size), "number of atoms, mean"));
    return lines;
  }

  private String share(double sum) {
    return Words.nats(molecules == 0 ? Double.NaN : sum / molecules);
  }

  private static String row(String name, String figure, String remark) {
    return String.format(Locale.ROOT, "%-20s %12s  %s", name, figure, remark).stripTrailing();
  }
}
