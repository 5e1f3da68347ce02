/** Numbers and durations as people read them. */
package org.enf.core.text;
