/** Which engines there are, and the choice of one by name. */
package org.enf.core.engine;
