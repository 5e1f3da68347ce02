/** Pages of views. Not public API of KNIME. */
package org.knime.core.webui.page;
