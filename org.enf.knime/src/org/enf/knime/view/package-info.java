/** The pages that nodes show, and files of them that open without KNIME. */
package org.enf.knime.view;
