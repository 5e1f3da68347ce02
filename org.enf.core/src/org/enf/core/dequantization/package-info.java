/**
 * From molecules, whose types and charges are discrete, to the continuous variables of the flow and
 * back, and the bound on log p(x, h, M) that this gives.
 */
package org.enf.core.dequantization;
