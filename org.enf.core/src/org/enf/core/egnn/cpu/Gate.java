package org.enf.core.egnn.cpu;

/**
 * Where the weights of a layer's gate stand.
 *
 * @param present whether there is a gate
 * @param weights the array
 * @param vector where w begins
 * @param bias where the bias stands
 */
record Gate(boolean present, float[] weights, int vector, int bias) {}
