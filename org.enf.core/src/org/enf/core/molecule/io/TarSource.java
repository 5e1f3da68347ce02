package org.enf.core.molecule.io;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The molecule files in a tar archive, read in passing; nothing is unpacked to disk. */
final class TarSource implements InputSource {
  /** Long names and extended headers fit in; what is larger is an attack. */
  private static final int HEADER_BYTES = 1 << 18;

  private final String name;
  private final ReadLimits limits;
  private final Allowance allowance;
  private final Entries entries;
  private boolean anyMolecules;

  TarSource(String name, InputStream stream, ReadLimits limits) {
    this.name = name;
    this.limits = limits;
    this.allowance = new Allowance(stream);
    this.entries = new Entries(allowance);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public NamedInput next() throws IOException {
    for (TarArchiveEntry entry = nextEntry(); entry != null; entry = nextEntry()) {
      if (entry.isDirectory()) {
        continue;
      }
      String path = entry.getName();
      refuseUnlessHarmless(entry, path);
      if (MoleculeFormat.ofName(path).isPresent() && !isHidden(path)) {
        anyMolecules = true;
        return open(path);
      }
    }
    if (!anyMolecules) {
      anyMolecules = true;
      throw broken("the archive holds no .xyz or .sdf file");
    }
    return null;
  }

  private NamedInput open(String path) throws IOException {
    Entry entry = new Entry(entries);
    try {
      return Unpacking.openText(name + "/" + Excerpt.of(path), entry, limits);
    } catch (MoleculeFormatException unreadable) {
      if (entry.damage != null) {
        throw entry.damage;
      }
      throw unreadable;
    }
  }

  private TarArchiveEntry nextEntry() throws IOException {
    try {
      if (entries.getCurrentEntry() != null) {
        entries.transferTo(OutputStream.nullOutputStream());
      }
      allowance.restrict(HEADER_BYTES);
      TarArchiveEntry entry = entries.getNextEntry();
      if (entry == null && entries.cutOff) {
        throw new DamagedInputException("the archive ends without its end mark; it is cut off");
      }
      return entry;
    } catch (IOException | RuntimeException damaged) {
      // The library lets index and number faults of bad headers through.
      throw damaged(damaged);
    } finally {
      allowance.restrict(Long.MAX_VALUE);
    }
  }

  private static DamagedInputException damaged(Exception failure) {
    return failure instanceof DamagedInputException already
        ? already
        : new DamagedInputException(
            "the tar archive is damaged or cut off (" + Reason.of(failure) + ")", failure);
  }

  private void refuseUnlessHarmless(TarArchiveEntry entry, String path)
      throws MoleculeFormatException {
    String entryName = "entry '" + Excerpt.of(path) + "' ";
    if (entry.isSymbolicLink() || entry.isLink()) {
      throw broken(entryName + "is a link, which is not followed");
    }
    if (!entry.isFile() || entry.isSparse() || isDevice(entry)) {
      throw broken(entryName + "is not a plain file");
    }
    if (escapes(path)) {
      throw broken(entryName + "has a path that leads out of the archive");
    }
    if (entry.getSize() > limits.entryBytes()) {
      throw broken(entryName + "is larger than the allowed " + limits.entryBytes() + " bytes");
    }
  }

  private static boolean isDevice(TarArchiveEntry entry) {
    return entry.isBlockDevice() || entry.isCharacterDevice() || entry.isFIFO();
  }

  private static boolean escapes(String path) {
    String slashed = path.replace('\\', '/');
    boolean absolute =
        slashed.startsWith("/") || (slashed.length() > 1 && slashed.charAt(1) == ':');
    return absolute || ("/" + slashed + "/").contains("/../") || path.indexOf('\0') >= 0;
  }

  private static boolean isHidden(String path) {
    return path.startsWith(".", path.lastIndexOf('/') + 1);
  }

  private MoleculeFormatException broken(String sentence) {
    return new MoleculeFormatException(new ReadProblem(name, 0, sentence));
  }

  @Override
  public boolean survivesDamage() {
    return false;
  }

  @Override
  public void close() throws IOException {
    entries.close();
  }

  /** A tar stream that knows whether it ended with an end mark. */
  private static final class Entries extends TarArchiveInputStream {
    private boolean ended;
    private boolean cutOff;

    Entries(InputStream in) {
      super(in);
    }

    @Override
    protected boolean isEOFRecord(byte[] block) {
      boolean end = super.isEOFRecord(block);
      // After the first end block a second one is looked for, which may be missing.
      cutOff |= block == null && !ended;
      ended |= end;
      return end;
    }
  }

  /** Stops a reader that takes more than it is allowed. */
  private static final class Allowance extends FilterInputStream {
    private long left = Long.MAX_VALUE;

    Allowance(InputStream in) {
      super(in);
    }

    void restrict(long bytes) {
      left = bytes;
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      take(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int count = super.read(into, offset, length);
      take(Math.max(count, 0));
      return count;
    }

    @Override
    public long skip(long bytes) throws IOException {
      long count = super.skip(bytes);
      take(count);
      return count;
    }

    private void take(long bytes) throws DamagedInputException {
      left -= bytes;
      if (left < 0) {
        throw new DamagedInputException("a header of the archive is too large");
      }
    }
  }

  /** The bytes of one entry; its end must not close the archive. */
  private static final class Entry extends FilterInputStream {
    private DamagedInputException damage;

    Entry(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      try {
        return super.read(into, offset, length);
      } catch (IOException | RuntimeException failure) {
        damage = damaged(failure);
        throw damage;
      }
    }

    @Override
    public int available() {
      // A buffer above would read on, and lose what it has when the next read fails.
      return 0;
    }

    @Override
    public void close() {
      // The archive goes on behind the entry.
    }
  }
}
