package dev.chesterton.history;

import dev.chesterton.source.DataOnlySystem;
import java.io.File;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.FS_POSIX;

/**
 * Opens a repository so that JGit reads objects and refs and nothing else: no configuration of the
 * repository, user or machine, no work tree, no alternates but those handed in. Replace refs,
 * grafts and promisor remotes JGit does not know.
 */
final class DataOnlyRepository {

  static Repository open(RepositoryFolder folder, Alternates alternates) throws IOException {
    return new FileRepository(setUp(folder, alternates));
  }

  /** @param goesOn when it says no, objects are not read any more: {@link WatchedReader} */
  static Repository open(RepositoryFolder folder, Alternates alternates, BooleanSupplier goesOn)
      throws IOException {
    return new FileRepository(setUp(folder, alternates)) {
      @Override
      public ObjectReader newObjectReader() {
        return new WatchedReader(super.newObjectReader(), goesOn);
      }
    };
  }

  private static Builder setUp(RepositoryFolder folder, Alternates alternates)
      throws IOException {
    DataOnlySystem.install();
    Builder builder = new Builder(alternates.allowed());
    builder.setFS(new NoConfigFiles())
        .setGitDir(folder.gitDir().toFile())
        .setGitCommonDir(folder.commonDir().toFile())
        .setObjectDirectory(folder.objects().toFile())
        .setBare();
    builder.setup();
    return builder;
  }

  private static final class Builder extends FileRepositoryBuilder {
    private final File[] alternates;

    Builder(File[] alternates) {
      this.alternates = alternates;
    }

    @Override
    public File[] getAlternateObjectDirectories() {
      return alternates.clone();
    }
  }

  /**
   * JGit asks its file system for the place of {@code config}; there is none. A folder borrowed
   * from counts as a repository of its own, to be opened with its settings, if {@code objects} is
   * found that way; so it is not.
   */
  private static final class NoConfigFiles extends FS_POSIX {
    @Override
    public File resolve(File dir, String name) {
      return name.equals("config") || name.equals("objects")
          ? new File("/dev/null/" + name)
          : super.resolve(dir, name);
    }

    @Override
    public FS newInstance() {
      return this;
    }
  }

  private DataOnlyRepository() {}
}
