/** Where this library keeps what it can make again. */
package org.enf.core.cache;
