package dev.chesterton.index;

import dev.chesterton.source.Problem;
import dev.chesterton.source.Provenance;
import dev.chesterton.source.RawMail;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a stored copy came from, what form its bytes have and what was odd on the way to them, as one text and back:
 * list, archive, number of its bytes among those stored with the mail (0-based), form, kind of place, path, two parts
 * that depend on the kind, then two for each problem.
 */
final class PlaceCodec {
  private static final String SEPARATOR = "\u0000";
  private static final String FILE = "file";
  private static final String EPOCH = "epoch";
  private static final int NUMBER = 2;
  private static final int FORM = 3;
  private static final int KIND = 4;
  private static final int FIRST_PROBLEM = 8;

  private PlaceCodec() {}

  static String pack(Copy copy, int number) {
    RawMail raw = copy.raw();
    List<String> parts = new ArrayList<>(
        List.of(copy.list(), copy.archive().source(), Integer.toString(number), raw.form().name()));
    parts.addAll(switch (raw.provenance()) {
      case Provenance.InFile(Path file, long offset) ->
        List.of(FILE, file.toString(), Long.toString(offset), "");
      case Provenance.InEpoch(Path epoch, String blob, Instant committed) ->
        List.of(EPOCH, epoch.toString(), blob, Long.toString(committed.getEpochSecond()));
    });
    for (Problem problem : raw.problems()) {
      parts.add(problem.where().replace(SEPARATOR, ""));
      parts.add(problem.what().replace(SEPARATOR, ""));
    }
    return String.join(SEPARATOR, parts);
  }

  /** @param bytes those stored with the mail */
  static Copy unpack(String packed, List<byte[]> bytes) {
    List<String> parts = List.of(packed.split(SEPARATOR, -1));
    RawMail raw = new RawMail(bytes.get(Integer.parseInt(parts.get(NUMBER))), provenance(parts),
        RawMail.Form.valueOf(parts.get(FORM)), problems(parts));
    return Copy.of(Archive.of(parts.get(0), parts.get(1)), raw);
  }

  private static Provenance provenance(List<String> parts) {
    Path path = Path.of(parts.get(KIND + 1));
    return parts.get(KIND).equals(FILE)
        ? new Provenance.InFile(path, Long.parseLong(parts.get(KIND + 2)))
        : new Provenance.InEpoch(path, parts.get(KIND + 2),
            Instant.ofEpochSecond(Long.parseLong(parts.get(KIND + 3))));
  }

  private static List<Problem> problems(List<String> parts) {
    List<Problem> problems = new ArrayList<>();
    for (int i = FIRST_PROBLEM; i + 1 < parts.size(); i += 2) {
      problems.add(new Problem(parts.get(i), parts.get(i + 1)));
    }
    return problems;
  }
}
