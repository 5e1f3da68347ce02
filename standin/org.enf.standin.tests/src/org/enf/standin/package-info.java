/** Tests of the stand-ins for KNIME. */
package org.enf.standin;
