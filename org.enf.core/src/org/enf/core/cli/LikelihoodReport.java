package org.enf.core.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.enf.core.model.LibraryVersion;
import org.enf.core.model.LikelihoodEvaluator.Trace;
import org.enf.core.ode.SolverSettings;

/**
 * Mean likelihoods and what they mean.
 *
 * @param model the model's file
 * @param data the file of the molecules
 * @param summary the figures
 * @param trace how the log-determinant was found
 * @param solver the solver
 * @param seed of the random numbers
 */
record LikelihoodReport(
    String model,
    String data,
    LikelihoodSummary summary,
    Trace trace,
    SolverSettings solver,
    long seed) {
  private static final String DEQUANTIZATION =
      "variational, a lower bound on log p with one draw of the noise for each molecule";

  /** For people. */
  List<String> lines() {
    List<String> lines = new ArrayList<>(summary.lines());
    lines.add("");
    lines.add("dequantization: " + DEQUANTIZATION);
    lines.add("trace: " + traceInWords());
    lines.add("solver: " + SolverOptions.describe(solver));
    return lines;
  }

  private String traceInWords() {
    return switch (trace) {
      case HUTCHINSON -> "Hutchinson's estimator with one Rademacher probe for each molecule";
      case EXACT -> "exact";
    };
  }

  /** For machines. */
  ObjectNode tree() {
    ObjectNode root = JsonMapper.builder().build().createObjectNode();
    root.put("model", model);
    root.put("data", data);
    root.put("molecules", summary.molecules());
    root.put("withoutValue", summary.withoutValue());
    putNumber(root, "meanNllNats", summary.meanNll());
    putNumber(root, "standardErrorNats", summary.standardError());
    root.put("dequantization", DEQUANTIZATION);
    root.put("trace", traceInWords());
    root.put("solver", SolverOptions.describe(solver));
    root.put("seed", seed);
    root.put("libraryVersion", LibraryVersion.CURRENT);
    return root;
  }

  private static void putNumber(ObjectNode node, String name, double value) {
    if (Double.isNaN(value)) {
      node.putNull(name);
    } else {
      node.put(name, value);
    }
  }
}
