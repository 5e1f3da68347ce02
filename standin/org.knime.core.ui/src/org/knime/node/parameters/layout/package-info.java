/** Where widgets stand in a dialog: marker types with annotations, nested in each other. */
package org.knime.node.parameters.layout;
