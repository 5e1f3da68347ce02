package org.enf.core.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.enf.core.dequantization.Dequantization;
import org.enf.core.flow.ErrorControl;
import org.enf.core.model.LibraryVersion;
import org.enf.core.model.LikelihoodEvaluator;

/**
 * Mean likelihoods and what they mean.
 *
 * @param model the model's file
 * @param dequantization how the model's types and charges become continuous
 * @param data the file of the molecules
 * @param summary the figures
 * @param settings how they were found
 */
record LikelihoodReport(
    String model,
    Dequantization dequantization,
    String data,
    LikelihoodSummary summary,
    LikelihoodEvaluator.Settings settings) {
  private static final String BOUND =
      ", a lower bound on log p with one draw of the noise for each molecule";

  /** For people. */
  List<String> lines() {
    List<String> lines = new ArrayList<>(summary.lines());
    lines.add("");
    lines.add("dequantization: " + dequantization.words() + BOUND);
    lines.add("trace: " + settings.trace().words());
    lines.add("solver: " + solverInWords());
    return lines;
  }

  private String solverInWords() {
    return settings.solver().words()
        + (settings.control() == ErrorControl.SHARED ? ", steps shared by a batch" : "");
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
    root.put("dequantization", dequantization.words() + BOUND);
    root.put("trace", settings.trace().words());
    root.put("solver", solverInWords());
    root.put("seed", settings.seed());
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
