/** Arrays of numbers where an engine keeps them; all that solvers need to know of an engine. */
package org.enf.core.vector;
