/** What several tests share: vectors, networks asked with arrays, and assertions. */
package org.enf.core.testing;
