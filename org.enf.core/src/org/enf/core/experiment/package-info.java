/**
 * The experiments of the paper (Satorras et al. 2021, §5): their settings and figures, the runs,
 * and what is written about them.
 */
package org.enf.core.experiment;
