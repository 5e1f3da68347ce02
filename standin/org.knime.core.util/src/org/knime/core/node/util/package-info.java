/** Stands in for KNIME's checks. */
package org.knime.core.node.util;
