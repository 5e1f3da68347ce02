/** Molecules between KNIME's cells and the core. */
package org.enf.knime.molecule;
