/** Stands in for the part of the package that KNIME keeps in its utilities. */
package org.knime.core.node;
