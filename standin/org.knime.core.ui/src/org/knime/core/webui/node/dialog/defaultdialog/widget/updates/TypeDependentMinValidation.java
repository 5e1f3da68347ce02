package org.knime.core.webui.node.dialog.defaultdialog.widget.updates;

import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/** Stands for the bound of the type. */
public abstract class TypeDependentMinValidation extends MinValidation {}
