/** Stands in for KNIME's messages to the user. */
package org.knime.core.node.message;
