/**
 * 3D molecules from SMILES: CDK reads the SMILES and adds the hydrogens, OpenChemLib brings the
 * MMFF94 energy; the geometry is the lowest minimum of that energy found from random starts.
 *
 * <p>Entry points are {@link org.enf.core.molecule.build.GeometryBuilder} for one SMILES and {@link
 * org.enf.core.molecule.build.DemoMolecules} for the training set of the demo.
 */
package org.enf.core.molecule.build;
