package org.knime.node.parameters.widget.message;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.StateProvider;

/** Shows a message in the dialog; on a field of type Void. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface TextMessage {
  /** Who provides it; none is shown while there is none. */
  Class<? extends StateProvider<Optional<Message>>> value();

  /** A message whose text does not change. */
  interface SimpleTextMessageProvider extends StateProvider<Optional<Message>> {
    /** Whether it is shown. */
    boolean showMessage(NodeParametersInput context);

    /** Its heading. */
    String title();

    /** Its text. */
    String description();

    /** Its kind. */
    MessageType type();

    @Override
    default void init(StateProviderInitializer initializer) {
      initializer.computeBeforeOpenDialog();
    }

    @Override
    default Optional<Message> computeState(NodeParametersInput context) {
      return showMessage(context)
          ? Optional.of(new Message(title(), description(), type()))
          : Optional.empty();
    }
  }

  /**
   * A message.
   *
   * @param title its heading
   * @param description its text
   * @param type its kind
   */
  record Message(String title, String description, MessageType type) {}

  /** Kinds of messages. */
  enum MessageType {
    /** Something to know. */
    INFO,
    /** Something to mind. */
    WARNING,
    /** Something to change. */
    ERROR,
    /** Something that went well. */
    SUCCESS
  }
}
