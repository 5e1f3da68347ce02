package org.enf.knime.builtin;

import org.enf.core.model.BuiltInModel;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.RadioButtonsWidget;

/** The settings of the E-NF Built-in Model. */
final class BuiltInParameters implements NodeParameters {
  @Widget(title = "Model", description = "Which of the models that come with this extension.")
  @RadioButtonsWidget
  Choice model = Choice.QM9;

  /** The models. */
  enum Choice {
    @Label(
        value = "QM9",
        description =
            "Small organic molecules of H, C, N and O with up to 29 atoms, by flow matching.")
    QM9(BuiltInModel.QM9);

    private final BuiltInModel model;

    Choice(BuiltInModel model) {
      this.model = model;
    }

    BuiltInModel model() {
      return model;
    }
  }
}
