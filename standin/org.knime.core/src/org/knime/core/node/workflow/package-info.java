/** Stands in for the events of progress. */
package org.knime.core.node.workflow;
