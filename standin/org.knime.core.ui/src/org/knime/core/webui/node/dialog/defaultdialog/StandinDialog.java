package org.knime.core.webui.node.dialog.defaultdialog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.webui.node.dialog.defaultdialog.jsonforms.EnumUtil;
import org.knime.core.webui.node.dialog.defaultdialog.jsonforms.TitleAndDescription;
import org.knime.core.webui.node.dialog.defaultdialog.jsonforms.uischema.Control;
import org.knime.core.webui.node.dialog.defaultdialog.jsonforms.uischema.DialogLayout;
import org.knime.core.webui.node.dialog.defaultdialog.jsonforms.uischema.LayoutPart;
import org.knime.core.webui.node.dialog.defaultdialog.persistence.Codecs;
import org.knime.core.webui.node.dialog.defaultdialog.tree.FieldTree;
import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.TypeDependentMaxValidation;
import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.TypeDependentMinValidation;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.TypedStringChoice;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.StandinBounds;

/** Opens the dialog of parameters for tests; KNIME has no such class. */
public final class StandinDialog {
  /**
   * Something to choose.
   *
   * @param id what is stored
   * @param text what the user sees
   */
  public record Choice(String id, String text) {}

  /**
   * What the dialog shows of a field.
   *
   * @param key the path of its key in the settings, with slashes
   * @param section the heading above it, empty where there is none
   * @param title its label
   * @param description its help text
   * @param type its type, or that of what an optional one holds
   * @param optional whether it can be switched off
   * @param advanced whether it is hidden until the user asks for advanced settings
   * @param min the lower bound of a number
   * @param max the upper bound of a number
   * @param choices what can be chosen, for columns from the specs at the inputs
   * @param shown whether its effect shows it, for the values of the dialog
   * @param enabled whether its effect lets the user change it, for the values of the dialog
   */
  public record Widget(
      String key,
      String section,
      String title,
      String description,
      Class<?> type,
      boolean optional,
      boolean advanced,
      OptionalDouble min,
      OptionalDouble max,
      List<Choice> choices,
      boolean shown,
      boolean enabled) {}

  private final Predicates predicates;
  private final States states;
  private final List<Widget> widgets = new ArrayList<>();

  private StandinDialog(
      Class<? extends WidgetGroup> type, Object values, NodeParametersInput input) {
    DialogValues current = new DialogValues(type, values);
    predicates = new Predicates(current, input);
    states = new States(input);
    add(DialogLayout.of(type), new Above("", false, true, true));
  }

  /** What the parts of the layout around a widget say about it. */
  private record Above(String section, boolean advanced, boolean shown, boolean enabled) {}

  /** What is known at the ports of a node. */
  public static NodeParametersInput input(PortObjectSpec... specs) {
    return new NodeParametersInputImpl(specs);
  }

  /**
   * Opens the dialog.
   *
   * @param values an object of the class
   * @return the widgets from top to bottom
   * @throws RuntimeException where KNIME's dialog would show an error instead of its widgets
   */
  public static List<Widget> open(
      Class<? extends WidgetGroup> type, Object values, NodeParametersInput input) {
    return List.copyOf(new StandinDialog(type, values, input).widgets);
  }

  private void add(LayoutPart part, Above above) {
    Above here = part.layoutClass() == null ? above : inside(part.layoutClass(), above);
    if (part.control() != null) {
      add(part.control(), here);
    }
    part.parts().forEach(inner -> add(inner, here));
  }

  private Above inside(Class<?> place, Above above) {
    Section section = place.getAnnotation(Section.class);
    Effect effect = place.getAnnotation(Effect.class);
    return new Above(
        section == null ? above.section() : section.title(),
        above.advanced() || place.isAnnotationPresent(Advanced.class),
        above.shown() && isOn(effect, EffectType.SHOW, EffectType.HIDE),
        above.enabled() && isOn(effect, EffectType.ENABLE, EffectType.DISABLE));
  }

  private void add(Control control, Above above) {
    FieldTree field = control.field();
    WidgetChecks.check(field);
    List<Choice> choices = choices(field);
    compute(field);
    TitleAndDescription option = control.option().orElse(new TitleAndDescription("", ""));
    Effect effect = control.effect();
    Bounds bounds = Bounds.of(field);
    String key = key(field);
    widgets.add(
        new Widget(
            key,
            above.section(),
            option.title(),
            option.description(),
            field.type(),
            field.isOptional(),
            above.advanced() || control.advanced(),
            bounds.min(),
            bounds.max(),
            choices,
            above.shown() && isOn(effect, EffectType.SHOW, EffectType.HIDE),
            above.enabled() && isOn(effect, EffectType.ENABLE, EffectType.DISABLE)));
  }

  private boolean isOn(Effect effect, EffectType on, EffectType off) {
    if (effect == null) {
      return true;
    }
    // Evaluated in any case, as KNIME does: it fails where no field has the reference.
    boolean holds = predicates.holds(effect.predicate());
    return effect.type() == off ? !holds : effect.type() != on || holds;
  }

  private static String key(FieldTree field) {
    return field.parent().parent() == null
        ? Codecs.key(field)
        : key(field.parent()) + "/" + Codecs.key(field);
  }

  private record Bounds(OptionalDouble min, OptionalDouble max) {
    static Bounds of(FieldTree field) {
      NumberInputWidget widget = field.annotation(NumberInputWidget.class).orElse(null);
      OptionalDouble min = OptionalDouble.empty();
      OptionalDouble max = OptionalDouble.empty();
      if (widget != null && widget.minValidation() != TypeDependentMinValidation.class) {
        min = OptionalDouble.of(StandinBounds.min(Instantiation.of(widget.minValidation())));
      }
      if (widget != null && widget.maxValidation() != TypeDependentMaxValidation.class) {
        max = OptionalDouble.of(StandinBounds.max(Instantiation.of(widget.maxValidation())));
      }
      return new Bounds(min, max);
    }
  }

  private List<Choice> choices(FieldTree field) {
    Optional<ChoicesProvider> provider = field.annotation(ChoicesProvider.class);
    if (provider.isPresent()) {
      Object choices = states.atOpening(provider(provider.get().value())).orElse(List.of());
      return ((List<?>) choices).stream().map(StandinDialog::choice).toList();
    } else if (field.type().isEnum()) {
      return Arrays.stream(field.type().getEnumConstants())
          .map(constant -> (Enum<?>) constant)
          .map(each -> new Choice(each.name(), EnumUtil.createConstantEntry(each).title()))
          .toList();
    }
    return List.of();
  }

  private static Choice choice(Object choice) {
    TypedStringChoice typed = (TypedStringChoice) choice;
    return new Choice(typed.id(), typed.text());
  }

  private void compute(FieldTree field) {
    field
        .annotation(OptionalWidget.class)
        .ifPresent(provider -> states.atOpening(provider.defaultProvider()));
  }

  @SuppressWarnings({"rawtypes", "unchecked"})
  private static Class<? extends StateProvider<?>> provider(Class<? extends StateProvider> type) {
    return (Class<? extends StateProvider<?>>) type;
  }
}
