/** Curves in a frame with labelled axes, as PNG files. It knows nothing of what they mean. */
package org.enf.core.plot;
