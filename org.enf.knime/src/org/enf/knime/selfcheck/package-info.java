/** Checks an installation without a window. */
package org.enf.knime.selfcheck;
