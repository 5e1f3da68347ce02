package org.knime.core.webui.node.dialog.defaultdialog.jsonforms.uischema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.knime.core.webui.node.dialog.defaultdialog.jsonforms.uischema.DialogLayout.Placed;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Before;
import org.knime.node.parameters.layout.Inside;

/**
 * Orders places: a place stands in its enclosing class, or beside the one its annotations name;
 * places beside each other whose annotations say nothing go by name.
 */
final class LayoutGraph {
  /** A place while its surroundings are not settled yet. */
  private static final class Place {
    private final Class<?> type;
    private final List<LayoutPart> loose = new ArrayList<>();
    private final Set<Place> children = new LinkedHashSet<>();
    private final Set<Place> before = new LinkedHashSet<>();
    private final Set<Place> after = new LinkedHashSet<>();
    private Place parent;
    private Neighbours neighbours = new Neighbours(this);

    Place(Class<?> type) {
      this.type = type;
    }

    void moveTo(Place newParent) {
      if (parent != null) {
        parent.children.remove(this);
      }
      parent = newParent;
      newParent.children.add(this);
    }

    boolean hasContent() {
      return !loose.isEmpty() || children.stream().anyMatch(Place::hasContent);
    }

    void comesBefore(Place other) {
      before.add(other);
      other.after.add(this);
    }

    @Override
    public String toString() {
      return type.getSimpleName();
    }
  }

  /** Places that move as one, and the places elsewhere that they want to stand beside. */
  private static final class Neighbours {
    private final Set<Place> members = new LinkedHashSet<>();
    private final Set<Place> targets = new LinkedHashSet<>();

    Neighbours(Place member) {
      members.add(member);
    }

    void merge(Neighbours other) {
      if (other != this) {
        members.addAll(other.members);
        targets.addAll(other.targets);
        other.members.forEach(member -> member.neighbours = this);
      }
    }
  }

  private final Map<Class<?>, Place> places = new LinkedHashMap<>();
  private final List<LayoutPart> loose = new ArrayList<>();
  private final List<Place> roots;

  LayoutGraph(List<Placed> placed) {
    for (Placed part : placed) {
      if (part.place() == null) {
        loose.add(part.content());
      } else {
        place(part.place()).loose.add(part.content());
      }
    }
    List<Place> open = new ArrayList<>(places.values());
    Set<Place> done = new HashSet<>();
    while (!open.isEmpty()) {
      Place place = open.remove(open.size() - 1);
      if (done.add(place)) {
        annotate(place);
        // Annotations may name places that nothing stood in so far.
        places.values().stream().filter(each -> !done.contains(each)).forEach(open::add);
      }
    }
    places.values().forEach(place -> settle(place));
    roots =
        places.values().stream()
            .filter(place -> place.parent == null && place.hasContent())
            .toList();
  }

  private Place place(Class<?> type) {
    Place place = places.get(type);
    if (place == null) {
      place = new Place(type);
      places.put(type, place);
      if (type.getEnclosingClass() != null) {
        place.moveTo(place(type.getEnclosingClass()));
      }
    }
    return place;
  }

  private void annotate(Place place) {
    for (Before annotation : place.type.getAnnotationsByType(Before.class)) {
      Place other = place(annotation.value());
      place.comesBefore(other);
      standBeside(place, other, other.parent);
    }
    for (After annotation : place.type.getAnnotationsByType(After.class)) {
      Place other = place(annotation.value());
      other.comesBefore(place);
      standBeside(place, other, other.parent);
    }
    Inside inside = place.type.getAnnotation(Inside.class);
    if (inside != null) {
      Place around = place(inside.value());
      Place sibling = new Place(inside.value());
      sibling.parent = around;
      standBeside(place, sibling, around);
    }
  }

  private static void standBeside(Place place, Place other, Place otherParent) {
    if (place.parent != null && otherParent == place.parent) {
      place.neighbours.merge(other.neighbours);
    } else if (place.type.isNestmateOf(other.type)) {
      throw new UiSchemaGenerationException(
          String.format(
              "Layout part %s targets layout part %s although it is a nest mate. "
                  + "Place the parts next to each other instead.",
              place, other));
    } else {
      place.neighbours.targets.add(other);
    }
  }

  private static void settle(Place place) {
    Set<Place> ends = ends(place, new HashSet<>());
    Set<Place> parents = ends.stream().map(end -> end.parent).collect(Collectors.toSet());
    if (parents.size() > 1) {
      throw conflict(place);
    }
    parents.stream().filter(Objects::nonNull).forEach(place::moveTo);
    if (place.parent != null) {
      ends.stream().filter(end -> end.parent == null).forEach(end -> end.moveTo(place.parent));
    }
  }

  private static Set<Place> ends(Place place, Set<Place> visited) {
    if (!visited.add(place)) {
      throw conflict(place);
    } else if (place.neighbours.targets.isEmpty()) {
      return Set.of(place);
    }
    Set<Place> ends = new HashSet<>();
    for (Place target : place.neighbours.targets) {
      ends.addAll(ends(target, new HashSet<>(visited)));
    }
    return ends;
  }

  private static UiSchemaGenerationException conflict(Place place) {
    return new UiSchemaGenerationException(
        "Conflicting order annotations for layout part " + place);
  }

  /** The classes around all others; more than one if the layout does not hang together. */
  Set<String> roots() {
    return roots.stream()
        .map(place -> place.type.getName())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The layout, if there is at most one root. */
  LayoutPart root() {
    if (roots.isEmpty()) {
      return new LayoutPart(null, null, loose, List.of());
    }
    Place root = roots.get(0);
    List<LayoutPart> rootLoose = new ArrayList<>(root.loose);
    rootLoose.addAll(loose);
    return new LayoutPart(null, root.type, rootLoose, sorted(root));
  }

  private static LayoutPart part(Place place) {
    return new LayoutPart(null, place.type, List.copyOf(place.loose), sorted(place));
  }

  private static List<LayoutPart> sorted(Place place) {
    List<LayoutPart> sorted = new ArrayList<>();
    Set<Place> left = new LinkedHashSet<>(place.children);
    Set<Place> gone = new HashSet<>();
    while (!left.isEmpty()) {
      Place next =
          left.stream()
              .filter(each -> gone.containsAll(each.after))
              .min(Comparator.comparing(Place::toString))
              .orElseThrow(
                  () ->
                      new UiSchemaGenerationException("Circular ordering of layout parts " + left));
      left.remove(next);
      gone.add(next);
      if (next.hasContent()) {
        sorted.add(part(next));
      }
    }
    return sorted;
  }

  @Override
  public String toString() {
    return String.join(", ", roots());
  }
}
