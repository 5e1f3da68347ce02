package org.enf.core.molecule.io;

import java.io.InputStream;

/**
 * One stream of text with molecules.
 *
 * @param name the name by which messages call it
 * @param stream the bytes, unpacked
 */
record NamedInput(String name, InputStream stream) {}
