/** The node E-NF Likelihood: tells how likely molecules are under a model. */
package org.enf.knime.likelihood;
