package org.enf.core.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A folder of one user in a place where others can write too, such as that of temporary files.
 *
 * <p>Whoever knows its name beforehand could make it first and put files into it that this user
 * would trust, so one that is there already is taken only if it is this user's own and no other can
 * write into it.
 */
public final class PrivateFolder {
  private PrivateFolder() {}

  /**
   * The folder {@code parent/name}, or a new one with a longer name if that is not this user's own.
   *
   * @param parent a folder
   * @param name a name by which the folder is found again
   * @throws IOException if none can be made there
   */
  public static Path in(Path parent, String name) throws IOException {
    try {
      return Files.createDirectory(parent.resolve(name), forTheOwner(parent));
    } catch (FileAlreadyExistsException before) {
      Path fresh = Files.createTempDirectory(parent, name + "-", forTheOwner(parent));
      Path there = parent.resolve(name);
      if (isOwn(there, fresh)) {
        Files.delete(fresh);
        return there;
      }
      return fresh;
    }
  }

  private static FileAttribute<?>[] forTheOwner(Path parent) {
    return isPosix(parent)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** A folder that this user has just made tells who this user is. */
  private static boolean isOwn(Path folder, Path fresh) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
        || !Files.getOwner(folder).equals(Files.getOwner(fresh))) {
      return false;
    }
    if (!isPosix(folder)) {
      return true;
    }
    Set<PosixFilePermission> permissions =
        Files.getFileAttributeView(folder, PosixFileAttributeView.class)
            .readAttributes()
            .permissions();
    return !permissions.contains(PosixFilePermission.GROUP_WRITE)
        && !permissions.contains(PosixFilePermission.OTHERS_WRITE);
  }
}
