package org.enf.knime.builtin;

import org.enf.knime.port.EnfModelPortObject;
import org.enf.knime.view.NodeViews;
import org.enf.knime.view.ViewPage;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node E-NF Built-in Model. */
public final class BuiltInFactory extends DefaultNodeFactory {
  private static final DefaultNode NODE =
      DefaultNode.create()
          .name("E-NF Built-in Model")
          .icon("builtin.png")
          .shortDescription("Gives the trained model that comes with this extension.")
          .fullDescription(
              """
              <p>A model of small organic molecules in 3D, trained by flow matching on QM9
              (Ramakrishnan et al., Scientific Data 1, 140022, 2014). Connect it with the E-NF Sampler
              to draw molecules at once, with the E-NF Likelihood to screen molecules, or with the
              E-NF Learner to train it on your own.</p>
              <p>The view tells what it is made of, how it was trained and how large its molecules
              are.</p>
              """)
          .sinceVersion(0, 1, 0)
          .ports(
              ports -> ports.addOutputPort("Model", "The trained model.", EnfModelPortObject.TYPE))
          .model(
              model ->
                  model
                      .parametersClass(BuiltInParameters.class)
                      .configure(BuiltInNode::configure)
                      .execute(BuiltInNode::execute))
          .addView(
              view ->
                  NodeViews.of(
                      ViewPage.MODEL, view, "What the model is made of and where it comes from."))
          .nodeType(NodeType.Source)
          .keywords("generative", "pretrained", "normalizing flow", "QM9", "E(n)")
          .addExternalResource(
              "https://doi.org/10.1038/sdata.2014.22", "QM9, the molecules it was trained on");

  /** For KNIME. */
  public BuiltInFactory() {
    super(NODE);
  }
}
