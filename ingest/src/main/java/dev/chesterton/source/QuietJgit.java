package dev.chesterton.source;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.util.SystemReader;

/**
 * Keeps JGit from writing into what it only reads.
 *
 * <p>JGit measures how fine a file system tells time, by writing {@code .probe-*} files into the folder at hand, and
 * keeps the result in the user's {@code ~/.config/jgit}. It does neither where the user's configuration names the
 * values, so they are named here, coarse enough for any file system.
 */
public final class QuietJgit {
  /** The coarsest that is in use (FAT); only packs younger than that are looked at twice. */
  private static final long RESOLUTION_SECONDS = 2;

  private static final AtomicBoolean INSTALLED = new AtomicBoolean();

  private QuietJgit() {}

  /** Call it before the first repository is opened; again does nothing. Safe from any thread. */
  public static void install() {
    if (INSTALLED.compareAndSet(false, true)) {
      SystemReader.setInstance(new Reader(SystemReader.getInstance()));
    }
  }

  private static final class Reader extends SystemReader.Delegate {
    Reader(SystemReader original) {
      super(original);
    }

    @Override
    public StoredConfig getUserConfig() throws ConfigInvalidException, IOException {
      return new TimedConfig(super.getUserConfig());
    }
  }

  private static final class TimedConfig extends StoredConfig {
    TimedConfig(StoredConfig user) {
      super(user);
    }

    @Override
    public long getTimeUnit(String section, String subsection, String name, long otherwise,
        TimeUnit unit) {
      return section.equals("filesystem")
          ? unit.convert(RESOLUTION_SECONDS, TimeUnit.SECONDS)
          : super.getTimeUnit(section, subsection, name, otherwise, unit);
    }

    @Override
    public void load() {
      // Read by the configuration underneath.
    }

    @Override
    public void save() {
      throw new UnsupportedOperationException("the user's git configuration is not ours to write");
    }
  }
}
