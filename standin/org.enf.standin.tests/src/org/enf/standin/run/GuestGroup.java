package org.enf.standin.run;

import org.knime.node.parameters.Widget;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Before;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.persistence.Persistable;

/** A group that brings its sections along and wants them in front of another. */
final class GuestGroup implements WidgetGroup, Persistable {
  @Section(title = "Guest")
  @Before(LayoutTest.Foreign.Parameters.Host.class)
  interface Guest {}

  @Section(title = "Behind the guest")
  @After(Guest.class)
  interface Behind {}

  @Widget(title = "Y", description = "")
  @Layout(Behind.class)
  int m_y;

  @Widget(title = "X", description = "")
  @Layout(Guest.class)
  int m_x;
}
