/** The node E-NF Learner: trains a model on a table of molecules. */
package org.enf.knime.learner;
