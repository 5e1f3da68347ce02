package org.enf.knime.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.enf.core.dequantization.SizeDistribution;
import org.enf.core.molecule.Element;
import org.enf.core.molecule.Molecule;
import org.enf.core.scoring.DistanceHistogram;

/** How many atoms molecules have, of which elements, and at which distances. */
public final class Distributions {
  private final TreeMap<Integer, Long> sizes = new TreeMap<>();
  private final TreeMap<Element, Long> elements = new TreeMap<>();
  private final DistanceHistogram.Counter distances = new DistanceHistogram.Counter();
  private long molecules;

  /**
   * With what distributions are compared.
   *
   * @param name for the legend
   * @param sizes p(M), if that alone is known
   * @param all all distributions, or null
   */
  record Reference(String name, Optional<SizeDistribution> sizes, Distributions all) {
    private Optional<SizeDistribution> knownSizes() {
      return all == null ? sizes : all.sizeDistribution();
    }
  }

  /** Counts a molecule. */
  public void add(Molecule molecule) {
    molecules++;
    sizes.merge(molecule.size(), 1L, Long::sum);
    for (Element element : molecule.elements()) {
      elements.merge(element, 1L, Long::sum);
    }
    distances.add(molecule);
  }

  private Optional<SizeDistribution> sizeDistribution() {
    return molecules == 0 ? Optional.empty() : Optional.of(new SizeDistribution(sizes));
  }

  void plot(Plots plots, Reference reference) {
    ArrayNode bySize = plots.bars("Number of atoms", "atoms", "share of molecules");
    sizeDistribution().ifPresent(known -> addSizes(bySize, "These", known));
    reference.knownSizes().ifPresent(known -> addSizes(bySize, reference.name(), known));
    ArrayNode byElement = plots.bars("Elements", "element", "atoms a molecule");
    ArrayNode byDistance = plots.lines("Distances of atoms", "distance (Å)", "density (1/Å)");
    addElements(byElement, "These");
    addDistances(byDistance, "These");
    if (reference.all() != null) {
      reference.all().addElements(byElement, reference.name());
      reference.all().addDistances(byDistance, reference.name());
    }
  }

  private static void addSizes(ArrayNode plot, String name, SizeDistribution sizes) {
    Plots.Series series = Plots.series(plot, name);
    for (int atoms : sizes.counts().keySet()) {
      series.add(atoms, Math.exp(sizes.logProbability(atoms)));
    }
  }

  private void addElements(ArrayNode plot, String name) {
    Plots.Series series = Plots.series(plot, name);
    for (Map.Entry<Element, Long> entry : elements.entrySet()) {
      series.add(entry.getKey().symbol(), (double) entry.getValue() / molecules);
    }
  }

  private void addDistances(ArrayNode plot, String name) {
    Plots.Series series = Plots.series(plot, name);
    DistanceHistogram histogram = distances.histogram();
    long[] counts = histogram.counts();
    double unit = Math.max(1, histogram.total()) * DistanceHistogram.RANGE / DistanceHistogram.BINS;
    for (int bin = 0; bin < counts.length; bin++) {
      series.add(MoleculesPage.middle(bin), counts[bin] / unit);
    }
  }
}
