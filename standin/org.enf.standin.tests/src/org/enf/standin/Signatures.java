package org.enf.standin;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.runtime.Platform;
import org.osgi.framework.Bundle;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleWiring;

/**
 * What bundles offer: their public and protected classes and members, without the stand-ins' own.
 */
final class Signatures {
  private final List<String> bundles;

  Signatures(List<String> bundles) {
    this.bundles = bundles;
  }

  /** A line for each bundle, class and member, in a fixed order. */
  List<String> lines() throws ClassNotFoundException {
    List<String> lines = new ArrayList<>();
    for (String name : bundles) {
      lines.add("bundle " + name);
      for (Class<?> type : classes(Platform.getBundle(name))) {
        lines.add(declaration(type));
        lines.addAll(members(type));
      }
    }
    return lines;
  }

  private static List<Class<?>> classes(Bundle bundle) throws ClassNotFoundException {
    int options = BundleWiring.LISTRESOURCES_RECURSE | BundleWiring.LISTRESOURCES_LOCAL;
    BundleWiring wiring = bundle.adapt(BundleWiring.class);
    Set<Object> exported =
        wiring.getCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream()
            .map(each -> each.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE))
            .collect(Collectors.toSet());
    List<Class<?>> types = new ArrayList<>();
    for (String path : new TreeSet<>(wiring.listResources("/org/knime", "*.class", options))) {
      Class<?> type =
          bundle.loadClass(path.substring(0, path.length() - ".class".length()).replace('/', '.'));
      if (exported.contains(type.getPackageName()) && isOffered(type)) {
        types.add(type);
      }
    }
    return types;
  }

  private static boolean isOffered(Class<?> type) {
    return isOffered(type.getModifiers())
        && !type.isAnonymousClass()
        && !type.getSimpleName().startsWith("Standin")
        && (type.getDeclaringClass() == null || isOffered(type.getDeclaringClass()));
  }

  private static boolean isOffered(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  private static String declaration(Class<?> type) {
    StringBuilder line = new StringBuilder(deprecated(type.isAnnotationPresent(Deprecated.class)));
    line.append(type.toGenericString());
    Type parent = type.getGenericSuperclass();
    if (parent != null && parent != Object.class) {
      line.append(" extends ").append(parent.getTypeName());
    }
    List<String> interfaces =
        Arrays.stream(type.getGenericInterfaces()).map(Type::getTypeName).sorted().toList();
    if (!interfaces.isEmpty()) {
      line.append(type.isInterface() ? " extends " : " implements ");
      line.append(String.join(", ", interfaces));
    }
    return line.toString();
  }

  private static List<String> members(Class<?> type) {
    Stream<Member> members =
        Stream.of(
                type.getDeclaredFields(), type.getDeclaredConstructors(), type.getDeclaredMethods())
            .flatMap(Arrays::stream);
    return members
        .filter(member -> isOffered(member.getModifiers()) && !member.isSynthetic())
        .map(Signatures::declaration)
        .sorted()
        .collect(Collectors.toList());
  }

  private static String declaration(Member member) {
    String line;
    boolean deprecated;
    if (member instanceof Field field) {
      line = field.toGenericString();
      deprecated = field.isAnnotationPresent(Deprecated.class);
    } else if (member instanceof Method method) {
      line = method.toGenericString();
      deprecated = method.isAnnotationPresent(Deprecated.class);
    } else {
      line = ((Constructor<?>) member).toGenericString();
      deprecated = ((Executable) member).isAnnotationPresent(Deprecated.class);
    }
    return "  " + deprecated(deprecated) + line.replace("synchronized ", "");
  }

  private static String deprecated(boolean deprecated) {
    return deprecated ? "@Deprecated " : "";
  }
}
