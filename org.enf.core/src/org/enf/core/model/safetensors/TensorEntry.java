package org.enf.core.model.safetensors;

/**
 * What a header says about one tensor.
 *
 * @param name the tensor's name
 * @param dtype the type of its elements
 * @param shape its dimensions
 * @param begin its first byte in the data section
 * @param end the byte after its last one; {@code end - begin} fits dtype and shape
 */
record TensorEntry(String name, DType dtype, Shape shape, long begin, long end) {}
