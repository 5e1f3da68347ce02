package org.enf.knime.likelihood;

import org.enf.knime.port.EnfModelPortObject;
import org.enf.knime.view.NodeViews;
import org.enf.knime.view.ViewPage;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node E-NF Likelihood. */
public final class LikelihoodFactory extends DefaultNodeFactory {
  private static final DefaultNode NODE =
      DefaultNode.create()
          .name("E-NF Likelihood")
          .icon("likelihood.png")
          .shortDescription("Tells how likely molecules in 3D are under an E-NF model.")
          .fullDescription(
              """
              <p>Adds two columns: the bound on <i>log p(x, h, M)</i>, the joint density of positions,
              types and number of atoms, in nats, and the same divided by the number of atoms, which
              compares molecules of different sizes. Higher values are more like the molecules that
              the model was trained on; very low ones point to unusual or broken geometries.</p>
              <p>The value does not change if a molecule is moved, turned, reflected or its atoms are
              numbered in another order. It is computed with one draw of the dequantization noise of
              types, which the seed determines.</p>
              <p>Rows without a molecule, without 3D positions, with elements or numbers of atoms that
              the model does not know pass through with missing values; a warning counts them.</p>
              """)
          .sinceVersion(0, 1, 0)
          .ports(
              ports ->
                  ports
                      .addInputPort(
                          "Model",
                          "A model of the E-NF Learner or the E-NF Built-in Model.",
                          EnfModelPortObject.TYPE)
                      .addInputTable("Molecules", "A table with a column of molecules in 3D.")
                      .addOutputTable(
                          "Likelihoods", "The same table with log p and log p per atom."))
          .model(
              model ->
                  model
                      .parametersClass(LikelihoodParameters.class)
                      .configure(LikelihoodNode::configure)
                      .execute(LikelihoodNode::execute))
          .addView(
              view ->
                  NodeViews.of(ViewPage.MODEL, view, "How the values are distributed, as plots."))
          .nodeType(NodeType.Predictor)
          .keywords("density", "log p", "anomaly", "outlier", "screening", "E(n)")
          .addExternalResource(
              "https://arxiv.org/abs/2105.09016", "E(n) Equivariant Normalizing Flows, the paper");

  /** For KNIME. */
  public LikelihoodFactory() {
    super(NODE);
  }
}
