package org.enf.core.gpu;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Plays a driver with any cards, also one that fails. */
final class FakeDriver implements CudaDriver {
  static final long GIBI = 1L << 30;

  private final int version;
  private final List<Card> cards = new ArrayList<>();
  private int initResult;
  private int nameResult;
  private int memoryResult;
  private int retained;
  private int pushed;
  private int opened;

  /** A card; it refuses to be opened with {@code openResult} unless that is 0. */
  private record Card(String name, String capability, double freeGibi, int openResult) {}

  /**
   * A driver.
   *
   * @param version the number of its CUDA, for example 12040
   */
  FakeDriver(int version) {
    this.version = version;
  }

  FakeDriver card(String name, String capability, double freeGibi) {
    cards.add(new Card(name, capability, freeGibi, 0));
    return this;
  }

  FakeDriver closedCard(String name, String capability, int openResult) {
    cards.add(new Card(name, capability, 0, openResult));
    return this;
  }

  FakeDriver initFails(int result) {
    initResult = result;
    return this;
  }

  FakeDriver namesFail(int result) {
    nameResult = result;
    return this;
  }

  FakeDriver memoryFails(int result) {
    memoryResult = result;
    return this;
  }

  /** What it tells. */
  GpuStatus status() {
    return new GpuProbe("libcuda.so.1", () -> this).look();
  }

  /** How often a card was opened. */
  int opened() {
    return opened;
  }

  /** How many contexts are held or current. */
  int held() {
    return retained + pushed;
  }

  @Override
  public int cuInit(int flags) {
    return initResult;
  }

  @Override
  public int cuDriverGetVersion(int[] result) {
    result[0] = version;
    return 0;
  }

  @Override
  public int cuDeviceGetCount(int[] count) {
    count[0] = cards.size();
    return 0;
  }

  @Override
  public int cuDeviceGet(int[] device, int ordinal) {
    device[0] = 10 + ordinal;
    return 0;
  }

  private Card card(int device) {
    return cards.get(device - 10);
  }

  @Override
  public int cuDeviceGetName(byte[] name, int length, int device) {
    byte[] bytes = card(device).name().getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, name, 0, bytes.length);
    return nameResult;
  }

  @Override
  public int cuDeviceGetAttribute(int[] value, int attribute, int device) {
    ComputeCapability capability = ComputeCapability.parse(card(device).capability());
    value[0] = attribute == CAPABILITY_MAJOR ? capability.major() : capability.minor();
    return 0;
  }

  @Override
  public int cuDeviceTotalMem_v2(long[] bytes, int device) {
    bytes[0] = 24 * GIBI;
    return 0;
  }

  @Override
  public int cuDevicePrimaryCtxRetain(long[] context, int device) {
    int result = card(device).openResult();
    if (result == 0) {
      retained++;
      opened++;
      context[0] = device;
    }
    return result;
  }

  @Override
  public int cuDevicePrimaryCtxRelease_v2(int device) {
    retained--;
    return 0;
  }

  @Override
  public int cuCtxPushCurrent_v2(long context) {
    pushed = (int) context;
    return 0;
  }

  @Override
  public int cuCtxPopCurrent_v2(long[] context) {
    context[0] = pushed;
    pushed = 0;
    return 0;
  }

  @Override
  public int cuMemGetInfo_v2(long[] free, long[] total) {
    free[0] = (long) (card(pushed).freeGibi() * GIBI);
    total[0] = 24 * GIBI;
    return memoryResult;
  }
}
