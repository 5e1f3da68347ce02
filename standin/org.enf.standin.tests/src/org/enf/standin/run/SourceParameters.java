package org.enf.standin.run;

import java.util.Optional;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistable;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** One parameter of each kind. */
final class SourceParameters implements NodeParameters {
  @Section(title = "Values")
  interface Values {}

  @Section(title = "Names")
  @After(Values.class)
  interface Names {}

  enum Shape {
    @Label("Straight line")
    LINE,
    @Label(value = "Parabola", description = "With its <i>vertex</i> at zero.")
    PARABOLA
  }

  interface ShapeReference extends ParameterReference<Shape> {}

  static final class IsParabola implements EffectPredicateProvider {
    @Override
    public EffectPredicate init(PredicateInitializer i) {
      return i.getEnum(ShapeReference.class).isOneOf(Shape.PARABOLA);
    }
  }

  static final class AtMostThousand extends MaxValidation {
    @Override
    protected double getMax() {
      return 1000;
    }
  }

  /** A group within. */
  static final class Column implements WidgetGroup, Persistable {
    @Widget(title = "Column", description = "What the column is called.")
    @Layout(Names.class)
    String m_name = "y";

    @Layout(Names.class)
    @Widget(title = "Row prefix", description = "What the rows are called.", advanced = true)
    String m_prefix = "Row";
  }

  @Widget(title = "Count", description = "How many <b>rows</b>.")
  @NumberInputWidget(
      minValidation = IsPositiveIntegerValidation.class,
      maxValidation = AtMostThousand.class)
  @Layout(Values.class)
  int m_count = 3;

  @Persist(configKey = "first_value")
  @Widget(title = "Start", description = "The first value.")
  @Layout(Values.class)
  double m_start = 1;

  @Widget(title = "Shape", description = "Of the curve.")
  @ValueSwitchWidget
  @ValueReference(ShapeReference.class)
  @Layout(Values.class)
  Shape m_shape = Shape.LINE;

  @Widget(title = "Width", description = "Of the parabola.")
  @Effect(predicate = IsParabola.class, type = EffectType.SHOW)
  @Layout(Values.class)
  double m_width = 1;

  @Widget(title = "Limit", description = "The largest value.")
  @Layout(Values.class)
  @Advanced
  Optional<Double> m_limit = Optional.empty();

  Column m_column = new Column();

  boolean m_reversed;

  @Persist(hidden = true)
  long m_seed = 7;

  String[] m_tags = {"a", "b"};

  private int calls;

  /** Private fields are not settings. */
  int calls() {
    return calls++;
  }

  @Override
  public void validate() throws InvalidSettingsException {
    if (m_count < 1) {
      throw new InvalidSettingsException("The count is " + m_count + "; it has to be positive.");
    }
  }
}
