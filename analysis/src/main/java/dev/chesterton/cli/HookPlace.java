package dev.chesterton.cli;

import dev.chesterton.cli.hook.HookFile;
import dev.chesterton.cli.hook.HookRefusal;
import dev.chesterton.cli.hook.HooksFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/** Which hooks folder is meant. */
final class HookPlace {

  @Option(names = "--repo", paramLabel = "DIR", description = "repository to send from (default: the one worked in)")
  private Optional<String> repository = Optional.empty();

  @Option(names = "--global", description = "the folder that core.hooksPath of your own git configuration names, for all repositories")
  private boolean global;

  /** What stands in the folder; asks git where that is. */
  HookFile file(Session session) throws IOException {
    HooksFolder folders = new HooksFolder(session.outside().environment());
    Path repo = repository(session);
    Optional<Path> folder = global ? folders.ofUser(repo) : folders.of(repo);
    return new HookFile(folder.orElseThrow(() -> global
        ? new InputException(ExitCode.NO_INPUT, "your git configuration names no folder of hooks;"
            + " 'git config --global core.hooksPath DIR' does, and the hooks of each repository are"
            + " then no longer run")
        : new InputException(ExitCode.NO_INPUT, "no git repository in '" + repo + "'")));
  }

  Path repository(Session session) {
    return session.resolve(repository.orElse("")).normalize();
  }

  /** A refusal is 1, and what the system refuses is told with its reason. */
  static ExitCode run(Callable<ExitCode> work) {
    try {
      return work.call();
    } catch (HookRefusal e) {
      throw new InputException(ExitCode.FOUND_OR_NO_MATCH, String.valueOf(e.getMessage()));
    } catch (FileSystemException e) {
      throw new UncheckedIOException("'" + e.getFile() + "': " + Optional.ofNullable(e.getReason())
          .orElse(e.getClass().getSimpleName()), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
