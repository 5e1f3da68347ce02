/**
 * Molecules from files and into files.
 *
 * <p>{@link org.enf.core.molecule.io.MoleculeFiles} is the door: it opens XYZ, QM9's own dialect of
 * XYZ and SDF, plain, compressed, in a tar archive or in a folder, as one stream of molecules, and
 * writes XYZ and SDF. Files are read as a stream and never unpacked to disk. What a file says is
 * not trusted: every count, length and size has a limit ({@link
 * org.enf.core.molecule.io.ReadLimits}), and each broken record ends in one sentence with file and
 * line.
 */
package org.enf.core.molecule.io;
