package org.enf.standin.run;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.enf.standin.DialogWidget;
import org.enf.standin.NodeRun;
import org.junit.Test;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.persistence.Persistable;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;

/** Where KNIME puts widgets. */
public class LayoutTest {
  private static List<String> keys(Class<? extends DefaultNodeFactory> type) throws Exception {
    return NodeRun.of(type).dialog().stream().map(DialogWidget::key).toList();
  }

  /** Its sections have no order of their own. */
  public static final class Unordered extends DefaultNodeFactory {
    static final class Parameters implements NodeParameters {
      @Section(title = "Second by name")
      interface Beta {}

      @Section(title = "First by name")
      interface Alpha {}

      @Widget(title = "B", description = "")
      @Layout(Beta.class)
      int m_b;

      @Widget(title = "A", description = "")
      @Layout(Alpha.class)
      int m_a;

      @Widget(title = "C", description = "")
      int m_c;
    }

    /** For KNIME. */
    public Unordered() {
      super(Nodes.with(Parameters.class));
    }
  }

  /** Its group brings a section and wants it in front of another. */
  public static final class Foreign extends DefaultNodeFactory {
    static final class Parameters implements NodeParameters {
      @Section(title = "Host")
      interface Host {}

      @Widget(title = "H", description = "")
      @Layout(Host.class)
      int m_h;

      GuestGroup m_group = new GuestGroup();
    }

    /** For KNIME. */
    public Foreign() {
      super(Nodes.with(Parameters.class));
    }
  }

  /** A group with sections of its own stays where its field is. */
  public static final class Contained extends DefaultNodeFactory {
    static final class Group implements WidgetGroup, Persistable {
      @Section(title = "Own")
      interface Own {}

      @Widget(title = "X", description = "")
      @Layout(Own.class)
      int m_x;
    }

    static final class Parameters implements NodeParameters {
      @Widget(title = "A", description = "")
      int m_a;

      Group m_group = new Group();

      @Widget(title = "B", description = "")
      int m_b;
    }

    /** For KNIME. */
    public Contained() {
      super(Nodes.with(Parameters.class));
    }
  }

  /** Its section comes and goes. */
  public static final class Conditional extends DefaultNodeFactory {
    static final class Parameters implements NodeParameters {
      enum Answer {
        YES,
        NO
      }

      interface Asked extends ParameterReference<Answer> {}

      static final class More implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer initializer) {
          return initializer.getEnum(Asked.class).isOneOf(Answer.YES);
        }
      }

      @Section(title = "More")
      @Advanced
      @Effect(predicate = More.class, type = EffectType.SHOW)
      interface MoreSection {}

      @Widget(title = "More", description = "")
      @ValueReference(Asked.class)
      Answer m_more = Answer.NO;

      @Widget(title = "A", description = "")
      @Layout(MoreSection.class)
      int m_a;
    }

    /** For KNIME. */
    public Conditional() {
      super(Nodes.with(Parameters.class));
    }
  }

  /** Its places have nothing to do with each other. */
  public static final class Scattered extends DefaultNodeFactory {
    static final class Parameters implements NodeParameters {
      interface Here {}

      @Widget(title = "A", description = "")
      @Layout(Here.class)
      int m_a;

      @Widget(title = "B", description = "")
      @Layout(WorkflowFolder.class)
      int m_b;
    }

    /** For KNIME. */
    public Scattered() {
      super(Nodes.with(Parameters.class));
    }
  }

  /** Each of its sections is behind the other. */
  public static final class Circular extends DefaultNodeFactory {
    static final class Parameters implements NodeParameters {
      @Section(title = "One")
      @After(Two.class)
      interface One {}

      @Section(title = "Two")
      @After(One.class)
      interface Two {}

      @Widget(title = "A", description = "")
      @Layout(One.class)
      int m_a;

      @Widget(title = "B", description = "")
      @Layout(Two.class)
      int m_b;
    }

    /** For KNIME. */
    public Circular() {
      super(Nodes.with(Parameters.class));
    }
  }

  @Test
  public void sectionsWithoutOrderGoByName() throws Exception {
    assertEquals(List.of("c", "a", "b"), keys(Unordered.class));
  }

  @Test
  public void aGroupWithItsOwnSectionsStaysTogether() throws Exception {
    assertEquals(List.of("a", "group/x", "b"), keys(Contained.class));
  }

  @Test
  public void sectionsMoveBesideThoseOfOthers() throws Exception {
    assertEquals(List.of("group/x", "group/y", "h"), keys(Foreign.class));
  }

  @Test
  public void aSectionTakesItsWidgetsAlong() throws Exception {
    NodeRun node = NodeRun.of(Conditional.class);
    DialogWidget hidden = node.dialog().get(1);
    assertEquals("More", hidden.section());
    assertTrue(hidden.advanced());
    assertFalse(hidden.shown());
    assertTrue(node.set("more", "YES").dialog().get(1).shown());
  }

  @Test
  public void aLayoutInPiecesBreaksTheFactory() {
    RuntimeException e = assertThrows(RuntimeException.class, () -> NodeRun.of(Scattered.class));
    assertTrue(e.getMessage(), e.getMessage().contains("Multiple root layout nodes detected"));
  }

  @Test
  public void aCircleBreaksTheFactory() {
    RuntimeException e = assertThrows(RuntimeException.class, () -> NodeRun.of(Circular.class));
    assertTrue(e.getMessage(), e.getMessage().contains("Circular ordering"));
  }
}
