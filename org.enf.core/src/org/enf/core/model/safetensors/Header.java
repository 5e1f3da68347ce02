package org.enf.core.model.safetensors;

import static org.enf.core.model.safetensors.HeaderText.quoted;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A header whose entries are each valid.
 *
 * @param metadata the metadata in the header's order
 * @param entries the tensors in the header's order
 */
record Header(Map<String, String> metadata, List<TensorEntry> entries) {

  /**
   * The entries in the order of their data, which covers the data section from its first byte
   * without holes and without overlaps.
   *
   * @throws SafetensorsException if it does not
   */
  List<TensorEntry> inDataOrder(String file) throws SafetensorsException {
    List<TensorEntry> sorted =
        entries.stream()
            .sorted(
                Comparator.comparingLong(TensorEntry::begin).thenComparingLong(TensorEntry::end))
            .toList();
    long covered = 0;
    for (TensorEntry entry : sorted) {
      if (entry.begin() != covered) {
        throw new SafetensorsException(
            file,
            "the data of tensor "
                + quoted(entry.name())
                + " begins at byte "
                + entry.begin()
                + (entry.begin() < covered ? " and overlaps" : " and leaves a hole behind")
                + " the tensors before it, which end at byte "
                + covered,
            "the file was written wrongly, write it again");
      }
      covered = entry.end();
    }
    return sorted;
  }
}
