package org.enf.knime.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import org.enf.core.dequantization.SizeDistribution;
import org.enf.core.molecule.io.MolText;
import org.enf.core.scoring.DistanceHistogram;
import org.enf.core.scoring.JudgedMolecule;
import org.enf.core.scoring.Score;
import org.enf.knime.molecule.Judgement;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** Collects what a page of molecules shows: figures, distributions, and the first ones in 3D. */
public final class MoleculesPage {
  private static final int MOST_SHOWN = 300;

  private final ObjectNode root = JsonNodeFactory.instance.objectNode();
  private final ArrayNode molecules = JsonNodeFactory.instance.arrayNode();
  private final Distributions drawn = new Distributions();
  private long total;

  /** A page with this title. */
  public MoleculesPage(String title) {
    root.put("title", title);
  }

  /**
   * Adds a molecule.
   *
   * @param row the key of its row
   * @throws IOException if it cannot be shown
   */
  public void add(String row, Judgement.Result result) throws IOException {
    total++;
    drawn.add(result.molecule());
    if (molecules.size() == MOST_SHOWN) {
      return;
    }
    ObjectNode entry = molecules.addObject();
    entry.put("id", row);
    entry.put("caption", result.smiles().orElse(result.molecule().formula()));
    Optional<Boolean> stable = result.judged().map(JudgedMolecule::isStable);
    if (stable.isPresent()) {
      entry.put("stable", stable.get());
    } else {
      entry.putNull("stable");
    }
    entry.put("sdf", MolText.sdf(result.molecule()));
  }

  /**
   * The data of a page that compares the numbers of atoms with a model's p(M).
   *
   * @param score of all molecules
   */
  public BufferedDataTable table(Score score, SizeDistribution expected, ExecutionContext exec) {
    return table(score, new Distributions.Reference("Model", Optional.of(expected), null), exec);
  }

  /**
   * The data of a page that compares with training molecules, if there are any.
   *
   * @param score of all molecules
   * @param training the distributions of the training molecules, or null
   */
  public BufferedDataTable table(Score score, Distributions training, ExecutionContext exec) {
    return table(score, new Distributions.Reference("Training", Optional.empty(), training), exec);
  }

  private BufferedDataTable table(
      Score score, Distributions.Reference reference, ExecutionContext exec) {
    new Figures(root.putArray("figures")).of(score, total);
    drawn.plot(new Plots(root.putArray("plots")), reference);
    root.set("molecules", molecules);
    root.put("total", total);
    root.put("shown", molecules.size());
    return ViewData.table(root, exec);
  }

  /** The bins of distances, in Å. */
  static double middle(int bin) {
    return (bin + 0.5) * DistanceHistogram.RANGE / DistanceHistogram.BINS;
  }
}
