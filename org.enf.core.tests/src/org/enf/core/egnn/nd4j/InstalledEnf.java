package org.enf.core.egnn.nd4j;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/**
 * A process of its own that starts Equinox with the bundles of an installation, opens the engine of
 * ND4J from several threads at once and runs a command: the arguments are the folder of the
 * bundles, the configuration area, the context class loader, and those of the command line.
 */
final class InstalledEnf {
  private static final String CORE = "org.enf.core";
  private static final int THREADS = 3;

  private InstalledEnf() {}

  /** Which context class loader the threads have that come to ND4J first. */
  enum ContextLoader {
    NONE {
      @Override
      ClassLoader of(Bundle bundle) {
        return null;
      }
    },
    FOREIGN {
      @Override
      ClassLoader of(Bundle bundle) {
        return new URLClassLoader(new URL[0], null);
      }
    },
    SYSTEM {
      @Override
      ClassLoader of(Bundle bundle) {
        return ClassLoader.getSystemClassLoader();
      }
    };

    abstract ClassLoader of(Bundle bundle);
  }

  /** The command ends the process, and so does a failure before it. */
  public static void main(String[] args) {
    try {
      run(args);
    } catch (ReflectiveOperationException
        | BundleException
        | IOException
        | ExecutionException
        | InterruptedException failure) {
      System.out.println(failure + ": " + failure.getCause());
      System.exit(1);
    }
  }

  private static void run(String[] args)
      throws ReflectiveOperationException,
          BundleException,
          IOException,
          ExecutionException,
          InterruptedException {
    FrameworkFactory factory = ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow();
    Framework framework =
        factory.newFramework(
            Map.of(
                Constants.FRAMEWORK_STORAGE, args[1], "osgi.configuration.area.default", args[1]));
    framework.start();
    Bundle core = core(framework, Path.of(args[0]));
    ClassLoader context = ContextLoader.valueOf(args[2]).of(core);
    openAtOnce(core, context);
    Method main = core.loadClass("org.enf.core.cli.Enf").getMethod("main", String[].class);
    Thread.currentThread().setContextClassLoader(context);
    main.invoke(null, (Object) Arrays.copyOfRange(args, 3, args.length));
  }

  private static Bundle core(Framework framework, Path plugins)
      throws IOException, BundleException {
    List<Bundle> bundles = new ArrayList<>();
    try (Stream<Path> folders = Files.list(plugins)) {
      for (Path folder : folders.toList()) {
        bundles.add(framework.getBundleContext().installBundle("reference:file:" + folder));
      }
    }
    return bundles.stream()
        .filter(bundle -> CORE.equals(bundle.getSymbolicName()))
        .findFirst()
        .orElseThrow();
  }

  private static void openAtOnce(Bundle core, ClassLoader context)
      throws ReflectiveOperationException, ExecutionException, InterruptedException {
    Class<?> precision = core.loadClass("org.enf.core.vector.Precision");
    Class<?> engine = core.loadClass("org.enf.core.egnn.nd4j.Nd4jEngine");
    ExecutorService threads =
        Executors.newFixedThreadPool(
            THREADS,
            task -> {
              Thread thread = new Thread(task);
              thread.setContextClassLoader(context);
              return thread;
            });
    try {
      Callable<Object> open =
          () -> engine.getConstructor(precision).newInstance(precision.getEnumConstants()[0]);
      for (Future<Object> opened : threads.invokeAll(List.of(open, open, open))) {
        opened.get();
      }
    } finally {
      threads.shutdown();
    }
  }
}
