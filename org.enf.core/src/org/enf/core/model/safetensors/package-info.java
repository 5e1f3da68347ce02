/**
 * Named tensors and string metadata in one file: a strict reader and a canonical writer of the
 * safetensors format.
 *
 * <p>A file is an unsigned 64-bit little-endian header length N, N bytes of UTF-8 JSON (one object,
 * padded with blanks) and the raw little-endian data of all tensors without gaps. The header maps
 * each tensor's name to its {@code dtype}, {@code shape} and {@code data_offsets} (first byte and
 * byte after the last, counted from the end of the header); the reserved name {@code __metadata__}
 * maps strings to strings.
 *
 * <p>The reader believes nothing that a file says about itself: it checks every number before it is
 * used, takes memory only as data arrives, and either returns the whole content or throws one
 * {@link org.enf.core.model.safetensors.SafetensorsException}.
 *
 * @see <a href="https://github.com/huggingface/safetensors#format">description of the format</a>
 */
package org.enf.core.model.safetensors;
