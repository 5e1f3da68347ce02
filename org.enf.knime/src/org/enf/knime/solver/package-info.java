/** How a flow is solved and its density found: settings that several nodes have. */
package org.enf.knime.solver;
