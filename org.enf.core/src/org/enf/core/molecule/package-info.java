/** Molecules in 3D, their readers and writers. */
package org.enf.core.molecule;
