package dev.chesterton.web.view;

import dev.chesterton.link.version.Lineage;
import dev.chesterton.link.version.PatchStep;
import dev.chesterton.link.version.SeriesVersion;
import dev.chesterton.mail.MessageId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The versions of a series below each other, a mark for each patch, and what became of it in the next version. One unit
 * of the drawing is one version high and one patch wide.
 *
 * @param rows the versions drawn, oldest first
 * @param width in units
 * @param same path data of lines between patches that stayed the same
 * @param changed of those that changed
 * @param marks of points, one a patch
 * @param added of points at patches that are new
 * @param dropped of crosses below patches that were dropped
 * @param older versions before the first that is drawn
 * @param beyond patches behind the last place that is drawn, in the longest version
 */
public record VersionChain(List<Row> rows, int width, String same, String changed, String marks,
    String added, String dropped, int older, int beyond) {

  /** Versions drawn, the newest ones. */
  static final int MOST_VERSIONS = 20;

  /** Patches of a version drawn, the first ones. */
  static final int MOST_PATCHES = 40;

  /** Where a version stands in words on the page. */
  public record Row(String label, String date, String address) {}

  /** One version is no chain. */
  public boolean isEmpty() {
    return rows.size() < 2;
  }

  /** Draws it; addresses are those of the sections of the same page. */
  static VersionChain of(Lineage lineage) {
    List<SeriesVersion> all = lineage.versions();
    int older = Math.max(0, all.size() - MOST_VERSIONS);
    List<SeriesVersion> drawn = all.subList(older, all.size());
    int longest = drawn.stream().mapToInt(version -> version.patches().size()).max().orElse(0);
    Pen pen = new Pen();
    for (int y = 0; y < drawn.size(); y++) {
      pen.patches(drawn.get(y), y);
      if (y > 0) {
        pen.steps(drawn.get(y - 1), drawn.get(y), y - 1);
      }
    }
    return new VersionChain(drawn.stream()
        .map(version -> new Row(version.sending().label(), Dates.day(version.sending().sent()),
            "#" + anchor(version)))
        .toList(), Math.min(longest, MOST_PATCHES), pen.same.toString(), pen.changed.toString(),
        pen.marks.toString(), pen.added.toString(), pen.dropped.toString(), older,
        Math.max(0, longest - MOST_PATCHES));
  }

  /** The place of a version on the page: its mails are nobody else's, save a letter that opens two of them. */
  static String anchor(SeriesVersion version) {
    return "v-" + ContentId.of(version.sending()
        .ids()
        .stream()
        .map(MessageId::value)
        .toArray(String[]::new));
  }

  /** Gathers path data; the middle of the first mark is at 0.5, 0.5. */
  private static final class Pen {
    private final StringBuilder same = new StringBuilder();
    private final StringBuilder changed = new StringBuilder();
    private final StringBuilder marks = new StringBuilder();
    private final StringBuilder added = new StringBuilder();
    private final StringBuilder dropped = new StringBuilder();

    void patches(SeriesVersion version, int y) {
      for (int x = 0; x < Math.min(version.patches().size(), MOST_PATCHES); x++) {
        marks.append(at(x, y)).append("h0");
      }
    }

    void steps(SeriesVersion before, SeriesVersion after, int y) {
      Map<MessageId, Integer> from = places(before);
      Map<MessageId, Integer> to = places(after);
      // A patch that was not sent anew is the same mail in both.
      from.forEach((id, x) -> line(same, Optional.of(x), Optional.ofNullable(to.get(id)), y));
      for (PatchStep step : after.steps()) {
        Optional<Integer> old = step.before().map(patch -> from.get(patch.message().id()));
        Optional<Integer> next = step.after().map(patch -> to.get(patch.message().id()));
        switch (step.kind()) {
          case UNCHANGED -> line(same, old, next, y);
          case CHANGED -> line(changed, old, next, y);
          case ADDED -> next.ifPresent(x -> added.append(at(x, y + 1)).append("h0"));
          case DROPPED -> old.ifPresent(x -> cross(x, y));
        }
      }
    }

    private static Map<MessageId, Integer> places(SeriesVersion version) {
      Map<MessageId, Integer> places = new LinkedHashMap<>();
      for (int i = 0; i < Math.min(version.patches().size(), MOST_PATCHES); i++) {
        places.putIfAbsent(version.patches().get(i).message().id(), i);
      }
      return places;
    }

    private static void line(StringBuilder path, Optional<Integer> old, Optional<Integer> next,
        int y) {
      if (old.isPresent() && next.isPresent()) {
        path.append(at(old.get(), y))
            .append('L')
            .append(next.get())
            .append(".5 ")
            .append(y + 1)
            .append(".5");
      }
    }

    private void cross(int x, int y) {
      dropped.append(at(x, y)).append("v.4m-.2-.1l.4.2m-.4 0l.4-.2");
    }

    private static String at(int x, int y) {
      return "M" + x + ".5 " + y + ".5";
    }
  }
}
