package dev.chesterton.web.view;

import dev.chesterton.link.Outcome;
import dev.chesterton.review.FenceEvent;
import dev.chesterton.review.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The life of a fence along one scale of time: a row for each kind of event, its dates in words and its marks beside
 * them. The marks say nothing that the dates do not.
 *
 * @param rows in the order of {@link Topic}, the patch itself before what came later
 * @param ticks beginnings of years or months
 */
public record FenceLine(List<Row> rows, List<TimeScale.Tick> ticks) {

  /** Two ends need no drawing. */
  private static final int FEWEST_EVENTS = 2;

  /** Dates of a row in words; the rest is counted. */
  private static final int MOST_DATES = 3;

  private static final FenceLine NONE = new FenceLine(List.of(), List.of());

  /**
   * The events of one kind.
   *
   * @param marks oldest first, those at one place once
   * @param dates the oldest ones
   * @param more dates that are left out
   */
  public record Row(String word, List<Mark> marks, List<Dated> dates, int more) {}

  /**
   * One event or several of a kind that lie too close to be told apart.
   *
   * @param x in percent of the width
   * @param date of the first
   * @param address of the first; empty for the patch itself
   */
  public record Mark(int x, Shape shape, String date, String address) {}

  /**
   * The date of an event.
   *
   * @param address where it can be read; empty for the patch itself
   * @param ended how an attempt ended; empty for other events
   * @param later younger than the patch, where the row does not say so
   */
  public record Dated(String date, String address, String ended, boolean later) {}

  /** How a mark looks; its outline is drawn around the place it stands at, in pixels. */
  public enum Shape {
    SQUARE("M-5-5H5V5H-5z", false), DOT("M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0", false),
    RING("M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0", true), CROSS("M-5-5L5 5M5-5L-5 5", true),
    TRIANGLE("M-6 5L0-6L6 5z", false), DIAMOND("M-7 0L0-7L7 0L0 7z", false),
    HOLLOW_DIAMOND("M-6 0L0-6L6 0L0 6z", true);

    private final String outline;
    private final boolean hollow;

    Shape(String outline, boolean hollow) {
      this.outline = outline;
      this.hollow = hollow;
    }

    /** Path data. */
    public String outline() {
      return outline;
    }

    /** Class of the stylesheet. */
    public String css() {
      return hollow ? "hollow" : "full";
    }
  }

  /** Whether there is enough to be drawn. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /**
   * Draws it.
   *
   * @param life what happened to the fence, oldest first
   * @param sent when the patch was sent that takes it down
   */
  static FenceLine of(List<FenceEvent> life, Instant sent) {
    if (life.size() < FEWEST_EVENTS) {
      return NONE;
    }
    TimeScale scale = new TimeScale(min(life.getFirst().at(), sent),
        max(life.getLast().at(), sent));
    List<Row> rows = new ArrayList<>();
    for (Topic topic : List.of(Topic.PUT_UP, Topic.REPAIRED, Topic.ATTEMPT)) {
      rows.add(row(topic, life, scale, sent));
    }
    rows.add(new Row("this patch",
        List.of(new Mark(scale.place(sent), Shape.DIAMOND, Dates.day(sent), "")),
        List.of(new Dated(Dates.day(sent), "", "", false)), 0));
    rows.add(row(Topic.LATER, life, scale, sent));
    return new FenceLine(rows.stream().filter(row -> !row.marks().isEmpty()).toList(),
        scale.ticks());
  }

  private static Instant min(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant max(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Row row(Topic topic, List<FenceEvent> life, TimeScale scale, Instant sent) {
    List<FenceEvent> events = life.stream().filter(event -> event.topic() == topic).toList();
    Map<String, Mark> marks = new LinkedHashMap<>();
    for (FenceEvent event : events) {
      Mark mark = new Mark(scale.place(event.at()), shape(event), Dates.day(event.at()),
          address(event));
      marks.putIfAbsent(mark.x() + " " + mark.shape(), mark);
    }
    return new Row(word(topic), List.copyOf(marks.values()),
        dates(events.stream().limit(MOST_DATES), sent), Math.max(0, events.size() - MOST_DATES));
  }

  private static List<Dated> dates(Stream<FenceEvent> events, Instant sent) {
    return events
        .map(event -> new Dated(Dates.day(event.at()), address(event),
            event.outcome().map(Outcome::word).orElse(""),
            event.topic() != Topic.LATER && event.at().isAfter(sent)))
        .toList();
  }

  private static String address(FenceEvent event) {
    return SourceView.of(event.source().source()).address();
  }

  private static String word(Topic topic) {
    return switch (topic) {
      case PUT_UP -> "put up";
      case LATER -> "later patches";
      default -> topic.words();
    };
  }

  private static Shape shape(FenceEvent event) {
    return switch (event.topic()) {
      case PUT_UP -> Shape.SQUARE;
      case REPAIRED -> Shape.DOT;
      case LATER -> Shape.HOLLOW_DIAMOND;
      default -> event.outcome().map(FenceLine::shape).orElse(Shape.RING);
    };
  }

  private static Shape shape(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Refused _ -> Shape.CROSS;
      case Outcome.Applied _ -> Shape.TRIANGLE;
      case Outcome.Superseded _,Outcome.Discussed _,Outcome.Unanswered _ -> Shape.RING;
    };
  }
}
