/** Stands in for files that belong to port objects. */
package org.knime.core.data.filestore;
