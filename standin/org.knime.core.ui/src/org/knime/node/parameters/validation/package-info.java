/** What a dialog checks by itself. */
package org.knime.node.parameters.validation;
