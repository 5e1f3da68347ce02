package org.knime.node.parameters.widget.choices;

import java.util.List;
import org.knime.node.parameters.NodeParametersInput;

/** Choices of text. */
public non-sealed interface StringChoicesProvider extends ChoicesStateProvider<StringChoice> {
  @Override
  default void init(StateProviderInitializer initializer) {
    initializer.computeBeforeOpenDialog();
  }

  /** The choices, shown as they are stored. */
  default List<String> choices(NodeParametersInput context) {
    throw new IllegalStateException(
        "At least one method must be implemented: StringChoicesStateProvider.choices or"
            + " StringChoicesStateProvider.computeState");
  }

  @Override
  default List<StringChoice> computeState(NodeParametersInput context) {
    return choices(context).stream().map(StringChoice::fromId).toList();
  }
}
