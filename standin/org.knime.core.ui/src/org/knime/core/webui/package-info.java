/** What the user interface shows. Not public API of KNIME. */
package org.knime.core.webui;
