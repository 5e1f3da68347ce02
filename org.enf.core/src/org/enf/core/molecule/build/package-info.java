/**
 * 3D molecules from SMILES: CDK reads the structure, adds the hydrogens, assigns MMFF94 types and
 * charges and brings the tables of MMFF94; the geometry is the lowest minimum of that energy found
 * from random starts.
 *
 * <p>Entry points are {@link org.enf.core.molecule.build.GeometryBuilder} for one SMILES and {@link
 * org.enf.core.molecule.build.DemoMolecules} for the training set of the demo.
 */
package org.enf.core.molecule.build;
