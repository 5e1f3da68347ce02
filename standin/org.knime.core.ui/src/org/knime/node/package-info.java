/** The fluent API of nodes: factory, model, view, ports. */
package org.knime.node;
