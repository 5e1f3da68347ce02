/** Stands in for how tables are filled and changed. */
package org.knime.core.data.container;
