/** Stands in for what KNIME's nodes are made of. */
package org.knime.core.node;
