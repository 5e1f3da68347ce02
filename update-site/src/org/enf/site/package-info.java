/** Tools that the build of the update site runs: its bill of materials, and checks. */
package org.enf.site;
