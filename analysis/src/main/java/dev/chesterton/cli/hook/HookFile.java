package dev.chesterton.cli.hook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** The hook in one hooks folder: puts ours there, and takes it away again. What others wrote is moved aside, never changed. */
public final class HookFile {
  private static final int MOST_BYTES = 1 << 20;

  private final Path file;
  private final Path before;

  public HookFile(Path folder) {
    this.file = folder.resolve(HookScript.NAME);
    this.before = folder.resolve(HookScript.BEFORE);
  }

  /** What stands where git looks. */
  public enum State {
    /** Nothing. */
    NONE,
    /** Ours, as it was written. */
    OURS,
    /** Ours, and somebody has changed it since. */
    CHANGED,
    /** A hook of somebody else; or a link, whatever it leads to. */
    OTHER
  }

  public Path path() {
    return file;
  }

  /** The hook that runs before ours; empty where there is none. */
  public Optional<Path> before() {
    return Optional.of(before).filter(HookFile::isThere);
  }

  public State state() throws IOException {
    if (!isThere(file)) {
      return State.NONE;
    }
    Optional<String> text = text();
    return script().isPresent() ? State.OURS
        : text.filter(HookScript::isOurs).isPresent() ? State.CHANGED : State.OTHER;
  }

  /** The launcher our hook calls; empty where it is none of ours. */
  public Optional<Path> launcher() throws IOException {
    return script().map(HookScript::launcher);
  }

  /** Whether our hook holds back what it cannot check. */
  public boolean isStrict() throws IOException {
    return script().filter(HookScript::strict).isPresent();
  }

  public boolean isExecutable() {
    return Files.isExecutable(file);
  }

  /**
   * Writes our hook; one of somebody else is moved aside first, and will be called by ours. Where ours stands already, it
   * is written anew.
   *
   * @throws HookRefusal where a hook was moved aside before and another one stands in its place now
   * @throws IOException where the folder cannot be written; everything is then as before
   */
  public void install(Path launcher, boolean strict) throws IOException {
    boolean isOther = state() == State.OTHER;
    if (isOther && isThere(before)) {
      throw new HookRefusal("both '" + file + "' and '" + before
          + "' are there, and neither is ours; move one away");
    }
    if (state() == State.CHANGED) {
      throw new HookRefusal("'" + file + "' was changed since it was written; move it away, or"
          + " keep it: it calls chesterton already");
    }
    Files.createDirectories(folder());
    Path part = write(new HookScript(launcher, strict).text());
    try {
      if (isOther) {
        Files.move(file, before, StandardCopyOption.ATOMIC_MOVE);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Files.deleteIfExists(part);
      if (isOther && isThere(before) && !isThere(file)) {
        Files.move(before, file, StandardCopyOption.ATOMIC_MOVE);
      }
      throw e;
    }
  }

  /**
   * Takes ours away and puts back what stood there before.
   *
   * @throws HookRefusal where what stands there is not, or no longer, what we wrote
   */
  public void remove() throws IOException {
    switch (state()) {
      case NONE, OTHER -> throw new HookRefusal("'" + file + "' is no hook of chesterton");
      case CHANGED -> throw new HookRefusal(
          "'" + file + "' was changed since it was written; take it away by hand");
      case OURS -> {
        if (isThere(before)) {
          Files.move(before, file, StandardCopyOption.ATOMIC_MOVE);
        } else {
          Files.delete(file);
        }
      }
    }
  }

  private Path write(String text) throws IOException {
    Path part = Files.createTempFile(folder(), HookScript.NAME, ".part");
    Files.writeString(part, text);
    Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwxr-xr-x"));
    return part;
  }

  private Path folder() {
    return Optional.ofNullable(file.getParent()).orElseThrow();
  }

  private Optional<HookScript> script() throws IOException {
    return text().flatMap(HookScript::read);
  }

  private Optional<String> text() throws IOException {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) <= MOST_BYTES
        ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
        : Optional.empty();
  }

  /** A link that leads nowhere is there, too. */
  private static boolean isThere(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }
}
