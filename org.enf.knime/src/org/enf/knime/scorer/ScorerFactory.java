package org.enf.knime.scorer;

import org.enf.knime.view.NodeViews;
import org.enf.knime.view.ViewPage;
import org.knime.core.node.BufferedDataTable;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node Stability Scorer. */
public final class ScorerFactory extends DefaultNodeFactory {
  private static final DefaultNode NODE =
      DefaultNode.create()
          .name("Stability Scorer")
          .icon("scorer.png")
          .shortDescription("Tells how many molecules in 3D are stable, valid, unique and novel.")
          .fullDescription(
              """
              <p>Judges molecules by the metrics of the paper (Satorras et al. 2021, Appendix A.3).
              Bonds come from the distances of atoms alone, whatever bonds the cells have. An atom is
              <i>stable</i> if its bond orders add up to exactly the valence of its element (H 1, C 4,
              N 3, O 2, F 1), a molecule if all its atoms are. <i>Valid</i> means that no atom has too
              many bonds, <i>unique</i> counts different SMILES, and <i>novel</i> are those that the
              training molecules do not have; the shares of these three are taken of the stable
              molecules, as the paper does.</p>
              <p>Intervals are 95 % by bootstrap over molecules. Rows without a molecule in 3D pass
              through with missing values; a warning counts them. Molecules with elements besides H,
              C, N, O and F cannot be judged and are in no share.</p>
              """)
          .sinceVersion(0, 1, 0)
          .dynamicPorts(
              ports ->
                  ports
                      .addInputPortGroup(
                          "Molecules",
                          port ->
                              port.name("Molecules")
                                  .description("A table with a column of molecules in 3D.")
                                  .fixed(BufferedDataTable.TYPE))
                      .addInputPortGroup(
                          "Training molecules",
                          port ->
                              port.name("Training molecules")
                                  .description(
                                      "The molecules that the model was trained on, for novelty and"
                                          + " to compare distributions.")
                                  .optional()
                                  .supportedTypes(BufferedDataTable.TYPE))
                      .addOutputPortGroup(
                          "Judged molecules",
                          port ->
                              port.name("Judged molecules")
                                  .description("The same table with a verdict for each molecule.")
                                  .fixed(BufferedDataTable.TYPE))
                      .addOutputPortGroup(
                          "Summary",
                          port ->
                              port.name("Summary")
                                  .description("The figures over all, with what they mean.")
                                  .fixed(BufferedDataTable.TYPE)))
          .model(
              model ->
                  model
                      .parametersClass(ScorerParameters.class)
                      .configure(ScorerNode::configure)
                      .execute(ScorerNode::execute))
          .addView(
              view ->
                  NodeViews.of(
                      ViewPage.MOLECULES,
                      view,
                      "The molecules in 3D, and how they are distributed."))
          .nodeType(NodeType.Manipulator)
          .keywords("stable", "valid", "unique", "novel", "metrics", "generated molecules", "QM9")
          .addExternalResource(
              "https://arxiv.org/abs/2105.09016", "E(n) Equivariant Normalizing Flows, the paper");

  /** For KNIME. */
  public ScorerFactory() {
    super(NODE);
  }
}
