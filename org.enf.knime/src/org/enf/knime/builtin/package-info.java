/** The node E-NF Built-in Model: a source of a trained model. */
package org.enf.knime.builtin;
