/** The workflows that come with the extension. */
package org.enf.knime.workflow;
