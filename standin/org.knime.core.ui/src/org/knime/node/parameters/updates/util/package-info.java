/** References that are predicates, too. */
package org.knime.node.parameters.updates.util;
