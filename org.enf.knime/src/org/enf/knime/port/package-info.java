/** E-NF models between nodes. */
package org.enf.knime.port;
