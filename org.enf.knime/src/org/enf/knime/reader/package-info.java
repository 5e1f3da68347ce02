/** The node QM9 Reader: reads molecules in 3D from files. */
package org.enf.knime.reader;
