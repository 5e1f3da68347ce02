/**
 * The networks on molecules and the seam behind which the engines compute them.
 *
 * <p>{@link org.enf.core.egnn.EgnnSettings} says what a network is, {@link
 * org.enf.core.egnn.ParameterLayout} which numbers it has, {@link org.enf.core.egnn.Network} what
 * can be asked of it and {@link org.enf.core.egnn.Engine} who computes it.
 */
package org.enf.core.egnn;
