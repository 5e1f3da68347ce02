package org.enf.standin;

import java.util.List;
import java.util.OptionalDouble;
import org.knime.core.webui.node.dialog.defaultdialog.StandinDialog;

/**
 * What a dialog shows of a setting.
 *
 * @param key the path of its key; {@code *} stands for the index in an array of groups
 * @param section the heading above it, empty where there is none
 * @param title its label
 * @param description its help text
 * @param type the type of its value
 * @param optional whether it can be switched off
 * @param advanced whether it is hidden until the user asks for advanced settings
 * @param min the lower bound of a number
 * @param max the upper bound of a number
 * @param choices the names of what can be chosen, as they are stored
 * @param labels the names of what can be chosen, as they are shown
 * @param shown whether it is there, for the current values
 * @param enabled whether it can be changed, for the current values
 */
public record DialogWidget(
    String key,
    String section,
    String title,
    String description,
    Class<?> type,
    boolean optional,
    boolean advanced,
    OptionalDouble min,
    OptionalDouble max,
    List<String> choices,
    List<String> labels,
    boolean shown,
    boolean enabled) {
  static DialogWidget of(StandinDialog.Widget widget) {
    return new DialogWidget(
        widget.key(),
        widget.section(),
        widget.title(),
        widget.description(),
        widget.type(),
        widget.optional(),
        widget.advanced(),
        widget.min(),
        widget.max(),
        widget.choices().stream().map(StandinDialog.Choice::id).toList(),
        widget.choices().stream().map(StandinDialog.Choice::text).toList(),
        widget.shown(),
        widget.enabled());
  }
}
