package org.enf.knime.sampler;

import org.enf.knime.port.EnfModelPortObject;
import org.enf.knime.view.NodeViews;
import org.enf.knime.view.ViewPage;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node E-NF Sampler. */
public final class SamplerFactory extends DefaultNodeFactory {
  private static final DefaultNode NODE =
      DefaultNode.create()
          .name("E-NF Sampler")
          .icon("sampler.png")
          .shortDescription("Draws molecules in 3D from an E-NF model.")
          .fullDescription(
              """
              <p>Draws noise and turns it into molecules by the flow of a model: positions in space,
              elements and number of atoms. Bonds come from the distances, by the rule of the paper
              (Satorras et al. 2021, Appendix A.3). The molecules are SDF cells with 3D coordinates
              and bonds, which the nodes of CDK, RDKit, Indigo and Vernalis read.</p>
              <p>An atom is <i>stable</i> if it has exactly the bonds of its element, a molecule if all
              its atoms are; a molecule is <i>valid</i> if no atom has too many bonds. To get good
              molecules only, keep the stable ones: drawing goes on until there are enough.</p>
              """)
          .sinceVersion(0, 1, 0)
          .ports(
              ports ->
                  ports
                      .addInputPort(
                          "Model",
                          "A model of the E-NF Learner or the E-NF Built-in Model.",
                          EnfModelPortObject.TYPE)
                      .addOutputTable(
                          "Molecules", "The molecules, with SMILES and what is known of them."))
          .model(
              model ->
                  model
                      .parametersClass(SamplerParameters.class)
                      .configure(SamplerNode::configure)
                      .execute(SamplerNode::execute))
          .addView(
              view ->
                  NodeViews.of(
                      ViewPage.MOLECULES,
                      view,
                      "The molecules in 3D, and how they are distributed."))
          .nodeType(NodeType.Predictor)
          .keywords("generate", "de novo", "generative", "3D", "conformer", "E(n)", "QM9")
          .addExternalResource(
              "https://arxiv.org/abs/2105.09016", "E(n) Equivariant Normalizing Flows, the paper");

  /** For KNIME. */
  public SamplerFactory() {
    super(NODE);
  }
}
