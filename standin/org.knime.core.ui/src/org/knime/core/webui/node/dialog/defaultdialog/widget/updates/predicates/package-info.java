/** The conditions behind {@link org.knime.node.parameters.updates.EffectPredicate}. */
package org.knime.core.webui.node.dialog.defaultdialog.widget.updates.predicates;
