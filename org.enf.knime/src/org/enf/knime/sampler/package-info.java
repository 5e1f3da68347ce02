/** The node E-NF Sampler: draws molecules from a model. */
package org.enf.knime.sampler;
