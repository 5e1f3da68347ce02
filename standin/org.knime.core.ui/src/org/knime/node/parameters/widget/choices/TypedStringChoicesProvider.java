package org.knime.node.parameters.widget.choices;

/** Choices of text with types. */
public non-sealed interface TypedStringChoicesProvider
    extends ChoicesStateProvider<TypedStringChoice> {
  @Override
  default void init(StateProviderInitializer initializer) {
    initializer.computeBeforeOpenDialog();
  }
}
