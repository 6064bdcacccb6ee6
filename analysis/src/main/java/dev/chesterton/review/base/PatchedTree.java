package dev.chesterton.review.base;

import dev.chesterton.change.Change;
import dev.chesterton.change.FileChange;
import dev.chesterton.change.FilePath;
import dev.chesterton.finding.WholeFunctions;
import dev.chesterton.history.CommitId;
import dev.chesterton.history.SourceTree;
import dev.chesterton.patch.Posting.Patch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of a commit, to which patches are applied one after the other; nothing is written anywhere. */
final class PatchedTree {
  private final SourceTree tree;
  private final CommitId base;

  /** Files that patches have changed; empty where one took the file away. */
  private final Map<FilePath, Optional<PatchedFile>> changed = new HashMap<>();

  PatchedTree(SourceTree tree, CommitId base) {
    this.tree = tree;
    this.base = base;
  }

  /** Seats a patch and applies it; files that do not fit stay as they are. */
  Seat apply(Patch patch) {
    List<FileChange> placed = new ArrayList<>();
    List<FileChange> whole = new ArrayList<>();
    List<FilePath> misfits = new ArrayList<>();
    Map<FilePath, PatchedFile> files = new LinkedHashMap<>();
    for (FileChange file : patch.change().files()) {
      Optional<PatchedFile> before = before(file);
      Optional<FileChange> found = before.flatMap(there -> there.place(file));
      if (found.isPresent() && before.isPresent()) {
        files.put(file.oldPath(), before.get());
        Optional<WholeFunctions> functions = WholeFunctions.around(found.get(),
            before.get().lines());
        placed.add(functions.map(code -> code.named(found.get())).orElse(found.get()));
        whole.add(functions.map(code -> code.widened(found.get())).orElse(found.get()));
        change(found.get(), before.get());
      } else {
        placed.add(file);
        whole.add(file);
        if (!file.hunks().isEmpty()) {
          misfits.add(file.oldPath());
        }
      }
    }
    return new Seat(base, with(patch, new Change(placed)), new Change(whole), files, misfits);
  }

  /** Whether all files of a patch fit; it is applied as far as they do. */
  boolean takes(Patch patch) {
    for (FileChange file : patch.change().files()) {
      Optional<PatchedFile> before = before(file);
      Optional<FileChange> found = before.flatMap(there -> there.place(file));
      if (found.isEmpty() && !file.hunks().isEmpty()) {
        return false;
      }
      found.ifPresent(placed -> before.ifPresent(there -> change(placed, there)));
    }
    return true;
  }

  private Optional<PatchedFile> before(FileChange file) {
    if (file.binary()) {
      return Optional.empty();
    }
    Optional<PatchedFile> there = Optional.ofNullable(changed.get(file.oldPath()))
        .orElseGet(() -> tree.fileAt(base, file.oldPath())
            .map(text -> PatchedFile.of(file.oldPath(), text)));
    boolean isNew = file.kind() == FileChange.Kind.ADDED;
    return isNew && there.isEmpty() ? Optional.of(PatchedFile.of(file.oldPath(), ""))
        : isNew ? Optional.empty() : there;
  }

  private void change(FileChange file, PatchedFile before) {
    if (file.kind() == FileChange.Kind.RENAMED || file.kind() == FileChange.Kind.DELETED) {
      changed.put(file.oldPath(), Optional.empty());
    }
    if (file.kind() != FileChange.Kind.DELETED) {
      changed.put(file.newPath(), Optional.of(before.after(file)));
    }
  }

  private static Patch with(Patch patch, Change change) {
    return new Patch(patch.message(), patch.subject(), patch.author(), patch.log(), patch.notes(),
        patch.logLine(), patch.diffLine(), patch.trailers(), patch.citations(), patch.quotes(),
        change, patch.patchId());
  }
}
