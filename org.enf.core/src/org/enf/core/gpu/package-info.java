/**
 * What the driver of NVIDIA's GPUs tells of them, and whether they can be used. Nothing else of
 * CUDA is loaded for it.
 */
package org.enf.core.gpu;
