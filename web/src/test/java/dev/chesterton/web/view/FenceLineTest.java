package dev.chesterton.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.Head.MailKind;
import dev.chesterton.link.Anchor;
import dev.chesterton.link.Excerpt;
import dev.chesterton.link.Outcome;
import dev.chesterton.mail.Mailbox;
import dev.chesterton.mail.MessageId;
import dev.chesterton.review.FenceEvent;
import dev.chesterton.review.Topic;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FenceLineTest {

  private static final Instant SENT = Instant.parse("2022-06-24T12:00:00Z");

  private static FenceEvent event(Topic topic, String day, Outcome... outcome) {
    OffsetDateTime at = OffsetDateTime.parse(day + "T10:00:00Z");
    MailHead head = new MailHead(new MessageId(day + "@x"), "0123456789", MailKind.PATCH, "title",
        new Mailbox("A", "a@x"), at, List.of("list"));
    return new FenceEvent(topic, at.toInstant(), new Excerpt(new Anchor.OfMail(head), 1, "title"),
        Stream.of(outcome).findFirst());
  }

  private static Outcome refused() {
    return new Outcome.Refused(event(Topic.ATTEMPT, "2020-12-08").source());
  }

  private static FenceLine.Row row(FenceLine line, String word) {
    return line.rows().stream().filter(row -> row.word().equals(word)).findFirst().orElseThrow();
  }

  @Test
  void eachEventHasAMarkInItsRowFromLeftToRight() {
    FenceLine line = FenceLine.of(List.of(event(Topic.PUT_UP, "2012-03-15"),
        event(Topic.REPAIRED, "2014-01-01"), event(Topic.REPAIRED, "2017-01-01"),
        event(Topic.ATTEMPT, "2020-12-07", refused()), event(Topic.LATER, "2023-07-13")), SENT);
    assertThat(line.rows().stream().map(FenceLine.Row::word)).containsExactly("put up", "repaired",
        "tried before", "this patch", "later patches");
    assertThat(row(line, "repaired").marks()).hasSize(2)
        .extracting(FenceLine.Mark::x)
        .isSorted();
    assertThat(row(line, "put up").marks().getFirst().x())
        .isLessThan(row(line, "this patch").marks().getFirst().x());
    assertThat(row(line, "this patch").marks().getFirst().x())
        .isLessThan(row(line, "later patches").marks().getFirst().x());
    assertThat(line.ticks()).isNotEmpty();
  }

  @Test
  void howAnAttemptEndedIsAWordAndAShape() {
    FenceLine line = FenceLine.of(List.of(event(Topic.ATTEMPT, "2019-01-01",
        new Outcome.Unanswered()), event(Topic.ATTEMPT, "2020-12-07", refused())), SENT);
    assertThat(row(line, "tried before").dates()).extracting(FenceLine.Dated::ended)
        .containsExactly("unanswered", "refused");
    assertThat(row(line, "tried before").marks()).extracting(FenceLine.Mark::shape)
        .containsExactly(FenceLine.Shape.RING, FenceLine.Shape.CROSS);
  }

  @Test
  void whatIsYoungerThanThePatchSaysSo() {
    FenceLine line = FenceLine.of(List.of(event(Topic.REPAIRED, "2020-01-17"),
        event(Topic.REPAIRED, "2023-07-13")), SENT);
    assertThat(row(line, "repaired").dates()).extracting(FenceLine.Dated::later)
        .containsExactly(false, true);
  }

  @Test
  void ofManyEventsAFewAreInWordsAndTheRestIsCounted() {
    List<FenceEvent> many = IntStream.range(0, 60)
        .mapToObj(i -> event(Topic.REPAIRED, "20%02d-%02d-11".formatted(10 + i / 6, 1 + i % 6)))
        .toList();
    FenceLine.Row row = row(FenceLine.of(many, SENT), "repaired");
    assertThat(row.dates()).hasSize(3);
    assertThat(row.more()).isEqualTo(57);
    assertThat(row.marks()).hasSizeBetween(30, 60).doesNotHaveDuplicates();
  }

  @Test
  void eventsOfOneDayAreOneMark() {
    List<FenceEvent> same = IntStream.range(0, 60)
        .mapToObj(_ -> event(Topic.LATER, "2023-07-13"))
        .toList();
    FenceLine line = FenceLine.of(same, SENT);
    assertThat(row(line, "later patches").marks()).hasSize(1);
    assertThat(row(line, "later patches").more()).isEqualTo(57);
  }

  @Test
  void oneEventIsNotDrawn() {
    assertThat(FenceLine.of(List.of(event(Topic.PUT_UP, "2012-03-15")), SENT).isEmpty()).isTrue();
    assertThat(Optional.of(FenceLine.of(List.of(), SENT))).hasValueSatisfying(
        line -> assertThat(line.rows()).isEmpty());
  }
}
