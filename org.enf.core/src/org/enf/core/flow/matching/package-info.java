/**
 * Training of a flow without simulation: a regression of its velocity onto that of simple paths
 * between data and noise (Lipman et al., "Flow Matching for Generative Modeling", 2023).
 */
package org.enf.core.flow.matching;
