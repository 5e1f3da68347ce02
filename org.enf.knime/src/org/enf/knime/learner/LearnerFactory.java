package org.enf.knime.learner;

import org.enf.knime.port.EnfModelPortObject;
import org.enf.knime.view.NodeViews;
import org.enf.knime.view.ViewPage;
import org.knime.core.node.BufferedDataTable;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node E-NF Learner. */
public final class LearnerFactory extends DefaultNodeFactory {
  private static final DefaultNode NODE =
      DefaultNode.create()
          .name("E-NF Learner")
          .icon("learner.png")
          .shortDescription("Learns to generate molecules in 3D from a table of molecules.")
          .fullDescription(
              """
              <p>Trains an E(n) equivariant normalizing flow (Satorras et al. 2021) on molecules with
              positions in space. The model can then draw new molecules (E-NF Sampler) and tell how
              likely given ones are (E-NF Likelihood).</p>
              <p>With <i>flow matching</i> some minutes on a laptop give useful molecules; with
              <i>maximum likelihood</i>, the objective of the paper, the same takes days. The progress
              of the node tells epoch, loss and the time left. The training ends by epochs, by time or
              for lack of progress, and keeps what was learnt. A cancelled run is lost unless a
              checkpoint folder is set.</p>
              <p>Rows without a molecule, without 3D positions or with other elements are left out and
              counted in a warning. 100,000 molecules of QM9 take about 25 MB of memory, beside the
              model and the network's working memory of some 100 MB.</p>
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
                          "Start model",
                          port ->
                              port.name("Start model")
                                  .description("A model to start from, if that is chosen.")
                                  .optional()
                                  .supportedTypes(EnfModelPortObject.TYPE))
                      .addOutputPortGroup(
                          "Model",
                          port ->
                              port.name("Model")
                                  .description("The trained model.")
                                  .fixed(EnfModelPortObject.TYPE))
                      .addOutputPortGroup(
                          "History",
                          port ->
                              port.name("History")
                                  .description(
                                      "How the training went: loss, validation and share of stable"
                                          + " atoms and molecules by step.")
                                  .fixed(BufferedDataTable.TYPE)))
          .model(
              model ->
                  model
                      .parametersClass(LearnerParameters.class)
                      .configure(LearnerNode::configure)
                      .execute(LearnerNode::execute))
          .addView(
              view ->
                  NodeViews.of(
                      ViewPage.LEARNER,
                      view,
                      "Curves of the loss, of the validation and of the checks."))
          .nodeType(NodeType.Learner)
          .keywords("generative", "normalizing flow", "flow matching", "3D", "train", "E(n)", "QM9")
          .addExternalResource(
              "https://arxiv.org/abs/2105.09016", "E(n) Equivariant Normalizing Flows, the paper");

  /** For KNIME. */
  public LearnerFactory() {
    super(NODE);
  }
}
