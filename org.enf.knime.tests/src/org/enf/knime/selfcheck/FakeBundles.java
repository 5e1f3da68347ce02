package org.enf.knime.selfcheck;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;

/** A host with bundles that only have a name and a state. */
final class FakeBundles {
  private final List<Bundle> bundles = new ArrayList<>();

  FakeBundles with(String name, boolean resolved) {
    bundles.add(
        fake(
            Bundle.class,
            Map.of(
                "getSymbolicName",
                name,
                "getVersion",
                new Version(1, 0, 0),
                "getState",
                resolved ? Bundle.RESOLVED : Bundle.INSTALLED)));
    return this;
  }

  String check() {
    BundleContext context =
        fake(BundleContext.class, Map.of("getBundles", bundles.toArray(Bundle[]::new)));
    return new InstalledBundles(context).check();
  }

  private static <T> T fake(Class<T> type, Map<String, Object> answers) {
    Object proxy =
        Proxy.newProxyInstance(
            FakeBundles.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> answers.get(method.getName()));
    return type.cast(proxy);
  }
}
