package org.enf.core.egnn.nd4j;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * The vectors and networks of an engine that nobody has closed yet. A run that fails or is
 * cancelled half-way leaves some behind, and the garbage collection that would free them comes when
 * the heap is full, not when a GPU is.
 */
final class Leftovers implements AutoCloseable {
  /** What can be closed, also twice. */
  interface Resource {
    void close();
  }

  private final Map<Resource, Boolean> open = Collections.synchronizedMap(new WeakHashMap<>());

  void add(Resource resource) {
    open.put(resource, true);
  }

  void remove(Resource resource) {
    open.remove(resource);
  }

  @Override
  public void close() {
    List<Resource> rest;
    synchronized (open) {
      rest = List.copyOf(open.keySet());
    }
    rest.forEach(Resource::close);
    open.clear();
  }
}
