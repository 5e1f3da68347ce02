/**
 * Stands in for KNIME's molecules in tables. Its source is not public: the signatures are inferred
 * from how the nodes of CDK, RDKit, Indigo and Vernalis use them.
 */
package org.knime.chem.types;
