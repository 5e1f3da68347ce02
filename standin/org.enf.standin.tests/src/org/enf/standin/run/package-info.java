/** Tests of what runs nodes and workflows, with nodes small enough to look through. */
package org.enf.standin.run;
