/** Stands in for what KNIME keeps to itself. */
package org.knime.core.internal;
