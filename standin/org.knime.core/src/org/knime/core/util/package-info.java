/** Stands in for KNIME's ways to files. */
package org.knime.core.util;
