/**
 * The engine of fused kernels on the CPU, in single precision.
 *
 * <p>Whole molecules stand one below the other as blocks of rows; a block goes through all layers
 * before the next, its edges chunk by chunk, so that what is being worked on stays in the cache. A
 * row is as wide as the hidden features, rounded up to whole vectors; a matrix of tangents stands
 * below that of its values, so that one multiplication serves both. {@link
 * org.enf.core.egnn.cpu.Kernels} are the inner loops, by the Vector API where the JVM has it and in
 * plain Java where not.
 */
package org.enf.core.egnn.cpu;
