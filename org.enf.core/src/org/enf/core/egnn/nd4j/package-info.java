/**
 * The engine of ND4J operations: correct before fast, in float or double.
 *
 * <p>A small tape of dual numbers ({@link org.enf.core.egnn.nd4j.DualTape}) carries values and
 * tangents forward and the cotangents of both back; each of its operations has its reverse written
 * by hand.
 */
package org.enf.core.egnn.nd4j;
