package org.enf.knime.selfcheck;

import java.util.Arrays;
import java.util.List;
import org.eclipse.equinox.app.IApplication;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/**
 * The bundles of this extension in a running host.
 *
 * @param host whose bundles they are
 */
record InstalledBundles(BundleContext host) {
  private static final String OURS = "org.enf.";

  /** Those of the host that runs this. */
  static InstalledBundles ofRunningHost() {
    // our own bundles are not started, so they have no context
    return new InstalledBundles(FrameworkUtil.getBundle(IApplication.class).getBundleContext());
  }

  /**
   * Their names and versions.
   *
   * @throws IllegalStateException if one has not been resolved, or there are no native libraries
   */
  String check() {
    List<Bundle> ours =
        Arrays.stream(host.getBundles())
            .filter(bundle -> String.valueOf(bundle.getSymbolicName()).startsWith(OURS))
            .toList();
    List<String> unresolved =
        ours.stream()
            .filter(bundle -> (bundle.getState() & (Bundle.INSTALLED | Bundle.UNINSTALLED)) != 0)
            .map(Bundle::getSymbolicName)
            .toList();
    if (!unresolved.isEmpty()) {
      throw new IllegalStateException("not resolved: " + String.join(", ", unresolved));
    }
    if (ours.stream().noneMatch(InstalledBundles::holdsNatives)) {
      throw new IllegalStateException("there are no native libraries for this platform");
    }
    return String.join(
        ", ",
        ours.stream().map(bundle -> bundle.getSymbolicName() + " " + bundle.getVersion()).toList());
  }

  private static boolean holdsNatives(Bundle bundle) {
    return bundle.getSymbolicName().startsWith(OURS + "thirdparty.");
  }
}
