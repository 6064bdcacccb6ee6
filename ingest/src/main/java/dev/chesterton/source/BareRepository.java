package dev.chesterton.source;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.eclipse.jgit.internal.storage.file.ObjectDirectory;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.util.FS;

/**
 * The objects of a bare git repository that strangers filled (SECURITY.md).
 *
 * <p>JGit's own repository class would read the settings in it, files these include, and the settings of repositories
 * it borrows objects from. Here only {@code objects} is looked at, beside {@link BareHead}; settings, hooks and replace
 * refs do not exist, and borrowed objects are refused.
 */
final class BareRepository implements AutoCloseable {
  private final ObjectDirectory objects;

  /** @throws ArchiveException when it borrows objects or cannot be opened */
  BareRepository(Path folder) {
    DataOnlySystem.install();
    Path borrowed = folder.resolve("objects/info/alternates");
    if (Files.exists(borrowed, LinkOption.NOFOLLOW_LINKS)) {
      throw new ArchiveException("'" + folder + "' borrows objects from elsewhere, which is not"
          + " followed; run 'git repack -a -d' in it and delete '" + borrowed + "'");
    }
    try {
      this.objects = new ObjectDirectory(new Config(), folder.resolve("objects").toFile(),
          new File[0], FS.DETECTED, folder.resolve("shallow").toFile());
    } catch (IOException e) {
      throw new ArchiveException("cannot open '" + folder + "': " + e.getMessage(), e);
    }
  }

  ObjectReader newReader() {
    return objects.newReader();
  }

  @Override
  public void close() {
    objects.close();
  }
}
