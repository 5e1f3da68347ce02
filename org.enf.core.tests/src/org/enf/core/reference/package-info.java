/**
 * The numbers of the reference implementation against ours.
 *
 * <p>{@link org.enf.core.reference.ReferenceVectorsTest} runs every JSON file of the folder; a
 * {@link org.enf.core.reference.VectorHandler} knows what the files of one prefix hold.
 */
package org.enf.core.reference;
