package org.knime.core.webui.node.dialog.defaultdialog.jsonforms.uischema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.knime.core.webui.node.dialog.defaultdialog.tree.FieldTree;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Before;
import org.knime.node.parameters.layout.Inside;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.EffectPredicateProvider;

/** Puts the fields of parameters where a dialog shows them. */
public final class DialogLayout {
  private DialogLayout() {}

  /** Something with a place: a control, or parts that stay together; no place if null. */
  record Placed(LayoutPart content, Class<?> place) {
    Placed at(Class<?> otherPlace) {
      return place == null ? new Placed(content, otherPlace) : this;
    }
  }

  /** What a group hands on to its fields. */
  private record Inherited(Effect effect, boolean advanced) {}

  /**
   * The layout of a class of parameters, or of an element of an array.
   *
   * @throws UiSchemaGenerationException if its parts contradict each other
   */
  public static LayoutPart of(Class<? extends WidgetGroup> type) {
    return of(List.of(type));
  }

  /**
   * The layout of several classes, those of model and view.
   *
   * @throws UiSchemaGenerationException if their parts contradict each other
   */
  public static LayoutPart of(List<Class<? extends WidgetGroup>> types) {
    List<Placed> placed = new ArrayList<>();
    for (Class<? extends WidgetGroup> type : types) {
      FieldTree root = FieldTree.of(type, WidgetGroup.class);
      Inherited inherited =
          new Inherited(
              root.typeAnnotation(Effect.class).orElse(null),
              root.typeAnnotation(Advanced.class).isPresent());
      placed.addAll(children(root, inherited));
    }
    LayoutGraph graph = new LayoutGraph(placed);
    if (graph.roots().size() > 1) {
      throw new UiSchemaGenerationException("Multiple root layout nodes detected: " + graph);
    }
    return graph.root();
  }

  private static List<Placed> children(FieldTree group, Inherited inherited) {
    // Without a place of its own the group hands that of its type on to its fields.
    Layout ofType = group.typeAnnotation(Layout.class).orElse(null);
    boolean placed = group.annotation(Layout.class).isPresent() || ofType == null;
    Class<?> typePlace = placed ? null : ofType.value();
    List<Placed> children = new ArrayList<>();
    for (FieldTree field : group.children()) {
      Layout own = field.annotation(Layout.class).orElse(null);
      Class<?> place = own == null ? typePlace : own.value();
      for (Placed part : field(field, inherited)) {
        children.add(place == null ? part : part.at(place));
      }
    }
    return children;
  }

  private static List<Placed> field(FieldTree field, Inherited inherited) {
    boolean group = WidgetGroup.class.isAssignableFrom(field.type()) && !field.type().isEnum();
    Effect effect = effect(field, group).orElse(inherited.effect());
    boolean advanced =
        inherited.advanced()
            || field.annotation(Advanced.class).isPresent()
            || (group && field.typeAnnotation(Advanced.class).isPresent());
    if (group) {
      return together(field, children(field, new Inherited(effect, advanced)));
    }
    Optional<Widget> widget = field.annotation(Widget.class);
    if (widget.isEmpty()) {
      return List.of();
    }
    boolean hidden = advanced || widget.get().advanced();
    return List.of(new Placed(LayoutPart.of(new Control(field, effect, hidden)), null));
  }

  private static Optional<Effect> effect(FieldTree field, boolean group) {
    Optional<Effect> own = field.annotation(Effect.class);
    Optional<Effect> inWidget =
        field
            .annotation(Widget.class)
            .map(Widget::effect)
            .filter(effect -> effect.predicate() != EffectPredicateProvider.class);
    if (own.isPresent() && inWidget.isPresent()) {
      throw new IllegalStateException(
          "Conflicting Effect annotations on field and inside Widget annotation for field "
              + field.name());
    }
    return own.or(() -> inWidget)
        .or(() -> group ? field.typeAnnotation(Effect.class) : Optional.empty());
  }

  /** A group whose parts are all its own moves as one. */
  private static List<Placed> together(FieldTree group, List<Placed> placed) {
    Class<?> type = group.type();
    boolean placedByType =
        type.isAnnotationPresent(Inside.class)
            || type.getAnnotationsByType(After.class).length > 0
            || type.getAnnotationsByType(Before.class).length > 0;
    if (placedByType) {
      return placed;
    }
    LayoutGraph graph = new LayoutGraph(placed);
    if (graph.roots().size() > 1 || !isSelfContained(graph.root(), type)) {
      return placed;
    }
    return List.of(new Placed(graph.root(), null));
  }

  private static boolean isSelfContained(LayoutPart part, Class<?> type) {
    if (part.layoutClass() != null && part.layoutClass().isAssignableFrom(type)) {
      return true;
    }
    List<LayoutPart> nested = part.nested();
    return nested.size() == 1 && isSelfContained(nested.get(0), type);
  }
}
