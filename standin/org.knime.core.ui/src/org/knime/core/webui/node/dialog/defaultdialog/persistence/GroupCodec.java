package org.knime.core.webui.node.dialog.defaultdialog.persistence;

import java.util.ArrayList;
import java.util.List;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.webui.node.dialog.defaultdialog.tree.FieldTree;

/** Writes all fields of a group. */
final class GroupCodec implements Codec {
  private record Member(FieldTree field, Codec codec) {}

  private final Class<?> type;
  private final List<Member> members = new ArrayList<>();

  /**
   * For the fields of a class.
   *
   * @throws IllegalArgumentException if one of them has a type that KNIME does not know
   */
  GroupCodec(FieldTree group) {
    type = group.type();
    for (FieldTree field : group.children()) {
      members.add(new Member(field, Codecs.ofField(field)));
    }
  }

  @Override
  public Object load(NodeSettingsRO settings) throws InvalidSettingsException {
    Object group = Codecs.newInstance(type);
    for (Member member : members) {
      member.field().set(group, member.codec().load(settings));
    }
    return group;
  }

  @Override
  public void save(Object value, NodeSettingsWO settings) {
    for (Member member : members) {
      member.codec().save(member.field().get(value), settings);
    }
  }
}
