/** Fitting an E-NF to molecules by maximum likelihood. */
package org.enf.core.training;
