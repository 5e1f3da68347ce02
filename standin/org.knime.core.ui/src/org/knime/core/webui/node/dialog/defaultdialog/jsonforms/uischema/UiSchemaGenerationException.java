package org.knime.core.webui.node.dialog.defaultdialog.jsonforms.uischema;

/** No dialog can be made of these parameters. */
public final class UiSchemaGenerationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With the reason. */
  public UiSchemaGenerationException(String message) {
    super(message);
  }
}
