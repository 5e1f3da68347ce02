package org.knime.core.webui.node.dialog.defaultdialog.widget.updates;

import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/** Stands for no provider. */
public class NoopMinValidationProvider extends NoopProvider<MinValidation> {}
