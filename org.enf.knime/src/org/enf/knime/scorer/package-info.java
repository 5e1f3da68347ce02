/** The node Stability Scorer: tells how good generated molecules are. */
package org.enf.knime.scorer;
