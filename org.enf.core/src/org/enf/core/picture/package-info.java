/** Pictures of molecules for reports. */
package org.enf.core.picture;
