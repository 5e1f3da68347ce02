/**
 * How fast the engines are here: evaluations of networks, training steps and sampling, each engine
 * in turns with the others, as a share of what the processor's cores can multiply.
 */
package org.enf.core.bench;
