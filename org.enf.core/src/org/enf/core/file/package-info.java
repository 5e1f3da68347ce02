/** Files: whole or not at all, and the folder for what can be made again. */
package org.enf.core.file;
