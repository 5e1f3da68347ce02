package org.enf.knime.port;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.swing.JComponent;
import org.enf.core.dequantization.EnfSettings;
import org.enf.core.dequantization.SizeDistribution;
import org.enf.core.description.ModelDescription;
import org.enf.core.description.ModelDescription.Entry;
import org.enf.core.model.EnfModel;
import org.enf.core.molecule.AtomTypes;
import org.enf.core.molecule.Element;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;

/** What is known of an E-NF model without its weights: elements, p(M), architecture, provenance. */
public final class EnfModelPortObjectSpec extends AbstractSimplePortObjectSpec {
  private static final String ELEMENTS = "elements";
  private static final String SIZES = "sizes";
  private static final String COUNTS = "counts";
  private static final String ARCHITECTURE = "architecture";
  private static final String PROVENANCE = "provenance";
  private static final String NAMES = "_names";
  private static final String VALUES = "_values";

  private AtomTypes types;
  private Optional<SizeDistribution> sizes;
  private ModelDescription description;

  /** For KNIME, which loads the fields after that. */
  public EnfModelPortObjectSpec() {}

  private EnfModelPortObjectSpec(
      AtomTypes types, Optional<SizeDistribution> sizes, ModelDescription description) {
    this.types = types;
    this.sizes = sizes;
    this.description = description;
  }

  /** The spec of a model. */
  public static EnfModelPortObjectSpec of(EnfModel model) {
    return new EnfModelPortObjectSpec(
        model.settings().types(), Optional.of(model.sizes()), ModelDescription.of(model));
  }

  /** The spec of a model that is yet to be trained: its p(M) and provenance are not known. */
  public static EnfModelPortObjectSpec of(EnfSettings settings) {
    return new EnfModelPortObjectSpec(
        settings.types(), Optional.empty(), ModelDescription.of(settings));
  }

  /** The spec of a model with the same architecture that is yet to be trained. */
  public EnfModelPortObjectSpec untrained() {
    return new EnfModelPortObjectSpec(
        types, Optional.empty(), new ModelDescription(description.architecture(), List.of()));
  }

  /** The elements that the model knows. */
  public AtomTypes types() {
    return types;
  }

  /** The model's p(M), if it is trained. */
  public Optional<SizeDistribution> sizes() {
    return sizes;
  }

  /** Architecture and provenance in words. */
  public ModelDescription description() {
    return description;
  }

  /** The model in a line. */
  String summary() {
    return "E-NF of " + types + sizes.map(known -> ", molecules of " + known.words()).orElse("");
  }

  @Override
  public JComponent[] getViews() {
    return new JComponent[] {new ModelTable(this)};
  }

  @Override
  protected void save(ModelContentWO content) {
    content.addStringArray(
        ELEMENTS, types.elements().stream().map(Element::symbol).toArray(String[]::new));
    Map<Integer, Long> counts = sizes.map(SizeDistribution::counts).orElse(new TreeMap<>());
    content.addIntArray(SIZES, counts.keySet().stream().mapToInt(Integer::intValue).toArray());
    content.addLongArray(COUNTS, counts.values().stream().mapToLong(Long::longValue).toArray());
    save(content, ARCHITECTURE, description.architecture());
    save(content, PROVENANCE, description.provenance());
  }

  private static void save(ModelContentWO content, String key, List<Entry> entries) {
    content.addStringArray(key + NAMES, entries.stream().map(Entry::name).toArray(String[]::new));
    content.addStringArray(key + VALUES, entries.stream().map(Entry::value).toArray(String[]::new));
  }

  @Override
  protected void load(ModelContentRO content) throws InvalidSettingsException {
    try {
      types = new AtomTypes(elements(content.getStringArray(ELEMENTS)));
      sizes = sizes(content.getIntArray(SIZES), content.getLongArray(COUNTS));
    } catch (IllegalArgumentException e) {
      throw new InvalidSettingsException("the saved model cannot be: " + e.getMessage(), e);
    }
    description =
        new ModelDescription(entries(content, ARCHITECTURE), entries(content, PROVENANCE));
  }

  private static List<Element> elements(String[] symbols) {
    return Arrays.stream(symbols)
        .map(
            symbol ->
                Optional.ofNullable(symbol)
                    .flatMap(Element::ofSymbol)
                    .orElseThrow(
                        () -> new IllegalArgumentException("there is no element " + symbol)))
        .toList();
  }

  private static Optional<SizeDistribution> sizes(int[] sizes, long[] counts)
      throws InvalidSettingsException {
    requireEqual(sizes.length, counts.length);
    if (sizes.length == 0) {
      return Optional.empty();
    }
    TreeMap<Integer, Long> bySize = new TreeMap<>();
    for (int i = 0; i < sizes.length; i++) {
      bySize.put(sizes[i], counts[i]);
    }
    return Optional.of(new SizeDistribution(bySize));
  }

  private static List<Entry> entries(ModelContentRO content, String key)
      throws InvalidSettingsException {
    String[] names = content.getStringArray(key + NAMES);
    String[] values = content.getStringArray(key + VALUES);
    requireEqual(names.length, values.length);
    Entry[] entries = new Entry[names.length];
    Arrays.setAll(entries, i -> new Entry(names[i], values[i]));
    return List.of(entries);
  }

  private static void requireEqual(int first, int second) throws InvalidSettingsException {
    if (first != second) {
      throw new InvalidSettingsException(
          "the saved model is damaged: lists of " + first + " and " + second + " entries");
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EnfModelPortObjectSpec that
        && types.equals(that.types)
        && sizes.equals(that.sizes)
        && description.equals(that.description);
  }

  @Override
  public int hashCode() {
    return description.hashCode();
  }

  /** Writes and reads the spec as a tree of keys. */
  public static final class Serializer
      extends AbstractSimplePortObjectSpecSerializer<EnfModelPortObjectSpec> {}
}
