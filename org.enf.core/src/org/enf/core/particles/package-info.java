/**
 * Systems of equal particles whose densities are known up to a constant: DW4 and LJ13 of the paper
 * (Satorras et al. 2021, §5.1), samples of them, and positions stored in {@code .npy} files.
 */
package org.enf.core.particles;
