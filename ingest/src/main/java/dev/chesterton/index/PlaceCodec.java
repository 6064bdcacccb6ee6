package dev.chesterton.index;

import dev.chesterton.source.Problem;
import dev.chesterton.source.Provenance;
import dev.chesterton.source.RawMail;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a stored mail came from, what form its bytes have and what was odd on the way to them, as one text and back:
 * form, kind of place, path, two parts that depend on the kind, then two for each problem.
 */
final class PlaceCodec {
  private static final String SEPARATOR = "\u0000";
  private static final String FILE = "file";
  private static final String EPOCH = "epoch";
  private static final int FIRST_PROBLEM = 5;

  private PlaceCodec() {}

  static String pack(RawMail raw) {
    List<String> parts = new ArrayList<>();
    parts.add(raw.form().name());
    parts.addAll(switch (raw.provenance()) {
      case Provenance.InFile(Path file, long offset) ->
        List.of(FILE, file.toString(), Long.toString(offset), "");
      case Provenance.InEpoch(Path epoch, String commit, Instant committed) ->
        List.of(EPOCH, epoch.toString(), commit, Long.toString(committed.getEpochSecond()));
    });
    for (Problem problem : raw.problems()) {
      parts.add(problem.where().replace(SEPARATOR, ""));
      parts.add(problem.what().replace(SEPARATOR, ""));
    }
    return String.join(SEPARATOR, parts);
  }

  static RawMail unpack(String packed, byte[] bytes) {
    List<String> parts = List.of(packed.split(SEPARATOR, -1));
    RawMail.Form form = RawMail.Form.valueOf(parts.get(0));
    return new RawMail(bytes, provenance(parts), form, problems(parts));
  }

  private static Provenance provenance(List<String> parts) {
    Path path = Path.of(parts.get(2));
    return parts.get(1).equals(FILE)
        ? new Provenance.InFile(path, Long.parseLong(parts.get(3)))
        : new Provenance.InEpoch(path, parts.get(3),
            Instant.ofEpochSecond(Long.parseLong(parts.get(4))));
  }

  private static List<Problem> problems(List<String> parts) {
    List<Problem> problems = new ArrayList<>();
    for (int i = FIRST_PROBLEM; i + 1 < parts.size(); i += 2) {
      problems.add(new Problem(parts.get(i), parts.get(i + 1)));
    }
    return problems;
  }
}
