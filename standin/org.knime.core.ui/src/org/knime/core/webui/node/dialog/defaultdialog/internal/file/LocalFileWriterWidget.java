package org.knime.core.webui.node.dialog.defaultdialog.internal.file;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.NoopStringProvider;
import org.knime.node.parameters.updates.StateProvider;

/** Shows a field with the path of a file on this machine that is written. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface LocalFileWriterWidget {
  /** What is shown while it is empty. */
  String placeholder() default "";

  /** What the name of the file ends with, without a dot. */
  String fileExtension() default "";

  /** Provides it. */
  Class<? extends StateProvider<String>> fileExtensionProvider() default NoopStringProvider.class;
}
