/** Models in words, for the command line and for the nodes. */
package org.enf.core.description;
