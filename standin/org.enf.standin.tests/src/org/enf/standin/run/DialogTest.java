package org.enf.standin.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import org.enf.standin.DialogWidget;
import org.enf.standin.NodeFailure;
import org.enf.standin.NodeRun;
import org.enf.standin.TableBuilder;
import org.junit.Test;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;

/** What a dialog shows, and what KNIME makes no dialog of. */
public class DialogTest {
  private final NodeRun source = NodeRun.of(SourceFactory.class);

  private static DialogWidget widget(NodeRun node, String key) throws Exception {
    return node.dialog().stream()
        .filter(widget -> widget.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  /** Has a list. */
  public static final class WithList extends DefaultNodeFactory {
    static final class Parameters implements NodeParameters {
      @Widget(title = "List", description = "Of no use.")
      List<String> m_list = List.of();
    }

    /** For KNIME. */
    public WithList() {
      super(Nodes.with(Parameters.class));
    }
  }

  /** Has a switch for a number. */
  public static final class WithWrongWidget extends DefaultNodeFactory {
    static final class Parameters implements NodeParameters {
      @Widget(title = "Number", description = "Of no use.")
      @ValueSwitchWidget
      int m_number;
    }

    /** For KNIME. */
    public WithWrongWidget() {
      super(Nodes.with(Parameters.class));
    }
  }

  /** Has an effect without its cause. */
  public static final class WithoutReference extends DefaultNodeFactory {
    static final class Parameters implements NodeParameters {
      interface MissingSide extends ParameterReference<WithOptional.Parameters.Side> {}

      static final class WhereMissing implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
          return initializer.getEnum(MissingSide.class).isOneOf(WithOptional.Parameters.Side.LEFT);
        }
      }

      @Widget(title = "Number", description = "Of no use.")
      @Effect(predicate = WhereMissing.class, type = EffectType.ENABLE)
      int m_number;
    }

    /** For KNIME. */
    public WithoutReference() {
      super(Nodes.with(Parameters.class));
    }
  }

  /** Has an optional value without a default. */
  public static final class WithOptional extends DefaultNodeFactory {
    static final class Parameters implements NodeParameters {
      enum Side {
        LEFT,
        RIGHT
      }

      @Widget(title = "Side", description = "Of no use.")
      Optional<Side> m_side = Optional.empty();
    }

    /** For KNIME. */
    public WithOptional() {
      super(Nodes.with(Parameters.class));
    }
  }

  /** Its parameters cannot be made. */
  public static final class WithoutConstructor extends DefaultNodeFactory {
    static final class Parameters implements NodeParameters {
      final int number;

      Parameters(int number) {
        this.number = number;
      }
    }

    /** For KNIME. */
    public WithoutConstructor() {
      super(Nodes.with(Parameters.class));
    }
  }

  @Test
  public void widgetsStandInTheirSections() throws Exception {
    assertEquals(
        List.of("count", "first_value", "shape", "width", "limit", "column/name", "column/prefix"),
        source.dialog().stream().map(DialogWidget::key).toList());
    assertEquals("Values", widget(source, "count").section());
    assertEquals("Names", widget(source, "column/name").section());
  }

  @Test
  public void aWidgetSaysWhatItTakes() throws Exception {
    DialogWidget count = widget(source, "count");
    assertEquals("Count", count.title());
    assertEquals("How many <b>rows</b>.", count.description());
    assertEquals(int.class, count.type());
    assertEquals(1, count.min().getAsDouble(), 0);
    assertEquals(1000, count.max().getAsDouble(), 0);
    assertFalse(count.optional());
    DialogWidget limit = widget(source, "limit");
    assertTrue(limit.optional());
    assertTrue(limit.advanced());
    assertTrue(widget(source, "column/prefix").advanced());
    assertFalse(count.advanced());
  }

  @Test
  public void anEnumOffersItsLabels() throws Exception {
    assertEquals(List.of("LINE", "PARABOLA"), widget(source, "shape").choices());
    assertEquals(List.of("Straight line", "Parabola"), widget(source, "shape").labels());
  }

  @Test
  public void effectsFollowTheValues() throws Exception {
    assertFalse(widget(source, "width").shown());
    source.set("shape", "PARABOLA");
    assertTrue(widget(source, "width").shown());
    assertTrue(widget(source, "width").enabled());
  }

  @Test
  public void columnsComeFromTheInput() throws Exception {
    NodeRun learner = NodeRun.of(LearnerFactory.class);
    assertEquals(List.of(), widget(learner, "column").choices());
    TableBuilder table =
        new TableBuilder()
            .column("name", StringCell.TYPE)
            .column("x", DoubleCell.TYPE)
            .column("n", IntCell.TYPE);
    learner.configure(table.spec());
    assertEquals(List.of("x", "n"), widget(learner, "column").choices());
  }

  @Test
  public void aTypeThatCannotBeSavedHasNoDialog() throws Exception {
    NodeRun node = NodeRun.of(WithList.class);
    node.configure();
    assertThrows(IllegalArgumentException.class, node::dialog);
    assertThrows(IllegalArgumentException.class, node::settings);
  }

  @Test
  public void whatDoesNotFitTogetherHasNoDialog() {
    RuntimeException wrong =
        assertThrows(RuntimeException.class, () -> NodeRun.of(WithWrongWidget.class).dialog());
    assertTrue(wrong.getMessage(), wrong.getMessage().contains("ValueSwitchWidget"));
    RuntimeException missing =
        assertThrows(RuntimeException.class, () -> NodeRun.of(WithoutReference.class).dialog());
    assertTrue(missing.getMessage(), missing.getMessage().contains("Missing"));
    assertThrows(RuntimeException.class, () -> NodeRun.of(WithOptional.class).dialog());
  }

  @Test
  public void parametersWithoutConstructorBreakTheConfiguration() {
    NodeFailure failure =
        assertThrows(NodeFailure.class, () -> NodeRun.of(WithoutConstructor.class).configure());
    assertTrue(
        failure.getMessage(),
        failure.getMessage().startsWith("Configure failed (NullPointerException)"));
  }
}
