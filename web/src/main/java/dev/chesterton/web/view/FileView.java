package dev.chesterton.web.view;

import dev.chesterton.change.FileChange;
import java.util.List;
import java.util.Locale;

/**
 * What a change does to one file.
 *
 * @param id of its place on the page
 * @param history address of the file, with what else changed it
 * @param kind modified, added, ...
 * @param findings how many stand in it
 * @param leftOut lines of it that are not shown
 */
public record FileView(String id, Words path, String history, String kind, long removed, long added,
    int findings,
    List<HunkView> hunks, int leftOut) {

  public FileView {
    hunks = List.copyOf(hunks);
  }

  /** One {@code @@} block. */
  public record HunkView(Words head, List<DiffLineView> lines) {

    public HunkView {
      lines = List.copyOf(lines);
    }
  }

  static String idOf(FileChange file) {
    return "F-" + ContentId.of(file.oldPath().value(), file.newPath().value());
  }

  static String historyOf(FileChange file) {
    return Address.file(file.kind() == FileChange.Kind.DELETED ? file.oldPath() : file.newPath());
  }

  static Words pathOf(FileChange file) {
    return Words.of(file.oldPath().equals(file.newPath()) ? file.newPath().value()
        : file.oldPath().value() + " -> " + file.newPath().value());
  }

  static String kindOf(FileChange file) {
    String kind = file.kind().name().toLowerCase(Locale.ROOT);
    return file.binary() ? kind + ", binary, not shown" : kind;
  }
}
