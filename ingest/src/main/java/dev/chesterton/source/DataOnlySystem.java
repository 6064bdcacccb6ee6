package dev.chesterton.source;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * What JGit learns of the machine: nothing. By itself it would run {@code git} to find the system's
 * configuration, read the user's, measure clocks by writing probe files into the repository and
 * note the result in the home folder. JGit keeps one such object for the whole process.
 */
public final class DataOnlySystem {
  private DataOnlySystem() {}

  /** Call it before the first repository is opened; again does nothing. Safe from any thread. */
  public static synchronized void install() {
    SystemReader present = SystemReader.getInstance();
    if (!(present instanceof Blank)) {
      SystemReader.setInstance(new Blank(present));
    }
  }

  /** What stands in for the machine. */
  private static final class Blank extends SystemReader.Delegate {
    Blank(SystemReader machine) {
      super(machine);
    }

    @Override
    public String getHostname() {
      return "localhost";
    }

    @Override
    public @Nullable String getenv(String variable) {
      return null;
    }

    @Override
    public FileBasedConfig openUserConfig(Config parent, FS fs) {
      return new NoFile(parent, fs);
    }

    @Override
    public FileBasedConfig openSystemConfig(Config parent, FS fs) {
      return new NoFile(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(Config parent, FS fs) {
      return new NoFile(parent, fs);
    }
  }

  /** A configuration without a file that knows one thing: how coarse file times are. */
  private static final class NoFile extends FileBasedConfig {

    /**
     * The coarsest there is (FAT), JGit's own fallback. It costs a second look at files just
     * changed.
     */
    private static final Duration FILE_TIME_STEP = Duration.ofSeconds(2);

    NoFile(Config parent, FS fs) {
      super(parent, null, fs);
    }

    @Override
    public long getTimeUnit(String section, String subsection, String name, long defaultValue,
        TimeUnit unit) {
      return section.equals("filesystem")
          ? unit.convert(FILE_TIME_STEP)
          : super.getTimeUnit(section, subsection, name, defaultValue, unit);
    }

    @Override
    public void load() {
      // There is nothing to load.
    }

    @Override
    public void save() {
      // What JGit measures is not worth a file.
    }

    @Override
    public boolean isOutdated() {
      return false;
    }
  }
}
