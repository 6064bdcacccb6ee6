package dev.chesterton.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chesterton.finding.RuleId;
import dev.chesterton.mail.MessageId;
import dev.chesterton.notes.Answer.Given;
import dev.chesterton.notes.Note.Edit;
import dev.chesterton.source.ArchiveException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What notes promise, whichever database holds them. */
abstract class NotesContractTest {

  static final MessageId PATCH = new MessageId("v1-2@example.org");
  static final MessageId NEXT = new MessageId("v2-2@example.org");
  private static final FindingKey KEY = new FindingKey("0123456789abcdef0123");
  private static final FindingKey OTHER = new FindingKey("fedcba98765432100000");
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.123456789Z");

  /** Notes of one empty database, which no call has made yet; each call opens it anew. */
  abstract Notes open();

  /** Of a second one. */
  abstract Notes openOther();

  private static Signature by(String author, int seconds) {
    return new Signature(author, NOW.plusSeconds(seconds));
  }

  static Note note(String text, int seconds) {
    return Note.of(PATCH, Optional.empty(), new Edit(by("Ann", seconds), text));
  }

  private static Answer answer(FindingKey key, Answer.Kind kind, String reason, int seconds) {
    return Answer.of(new Given(key, new RuleId("guard-removed"), PATCH, "v1"), kind, reason,
        by("Ann", seconds));
  }

  private static PatchState state(PatchState.Kind kind, String why, int seconds) {
    return PatchState.of(PATCH, kind, why, by("Ann", seconds));
  }

  @Test
  void whoReadsBeforeAnybodyWroteFindsNothing() {
    assertEmpty(open());
  }

  static void assertEmpty(Notes notes) {
    assertThat(notes.version()).isZero();
    assertThat(notes.about(PATCH)).isEmpty();
    assertThat(notes.note(new EntryId("0123456789abcdef0123"))).isEmpty();
    assertThat(notes.answersTo(List.of(KEY))).isEmpty();
    assertThat(notes.answersTo(new RuleId("guard-removed"))).isEmpty();
    assertThat(notes.answers()).isEmpty();
    assertThat(notes.states()).isEmpty();
    assertThat(notes.state(PATCH)).isEmpty();
    notes.export(entry -> assertThat(entry).isNull());
  }

  @Test
  void aNoteIsReadAsItWasWritten() {
    Note first = note("*why* \u00e4\ud83d\ude00 'quoted' \"twice\" %_\\\r\n\ttabbed", 1);
    Note onFinding = Note.of(PATCH, Optional.of(KEY), new Edit(by("Bob", 0), "earlier"));
    open().add(first);
    open().add(onFinding);
    open().add(Note.of(NEXT, Optional.empty(), new Edit(by("Bob", 0), "elsewhere")));
    assertThat(open().about(PATCH)).containsExactly(onFinding, first);
    assertThat(open().note(first.id())).contains(first);
    assertThat(first.newest().markdown()).contains("%_\\\n\ttabbed").doesNotContain("\r");
  }

  @Test
  void editsAreKeptAndTheLastOneIsShown() {
    Note note = note("first", 0);
    Notes notes = open();
    notes.add(note);
    Edit second = new Edit(by("Bob", 5), "second");
    assertThat(notes.edit(note.id(), 1, second)).isTrue();
    assertThat(notes.edit(note.id(), 1, new Edit(by("Cyd", 6), "late"))).isFalse();
    assertThat(open().note(note.id()).orElseThrow().edits())
        .containsExactly(note.newest(), second);
  }

  @Test
  void theSameTwiceIsThereOnce() {
    Notes notes = open();
    for (int i = 0; i < 2; i++) {
      notes.add(note("once", 0));
      notes.add(answer(KEY, Answer.Kind.USEFUL, "once", 0));
      notes.add(state(PatchState.Kind.DISMISSED, "once", 0));
      assertThat(notes.version()).isEqualTo(3);
    }
  }

  @Test
  void answersAreFoundByFindingAndByRule() {
    Notes notes = open();
    Answer late = answer(KEY, Answer.Kind.JUSTIFIED, "moved to the caller", 9);
    Answer early = answer(KEY, Answer.Kind.NOT_A_GUARD, "a typo", 1);
    Answer other = answer(OTHER, Answer.Kind.WRONG_LINK, "another file", 5);
    List.of(late, early, other).forEach(notes::add);
    assertThat(notes.answersTo(List.of(KEY))).containsExactly(early, late);
    assertThat(notes.answersTo(List.of(KEY, OTHER, KEY))).containsExactly(early, other, late);
    assertThat(notes.answersTo(new RuleId("guard-removed"))).hasSize(3);
    assertThat(notes.answersTo(new RuleId("guard"))).isEmpty();
    assertThat(notes.answers()).containsExactly(early, other, late);
    assertThat(Answer.current(notes.answers())).containsExactly(other, late);
  }

  @Test
  void theLastStateCounts() {
    Notes notes = open();
    notes.add(state(PatchState.Kind.DISMISSED, "only a rename", 1));
    PatchState last = state(PatchState.Kind.OPEN, "no, it is not", 2);
    notes.add(last);
    assertThat(notes.state(PATCH)).contains(last);
    assertThat(notes.states()).containsExactly(last);
    assertThat(notes.state(NEXT)).isEmpty();
  }

  @Test
  void severalThatStartAtOnceMakeTheTablesOnce() throws Exception {
    List<Callable<Long>> starts = new ArrayList<>();
    CyclicBarrier together = new CyclicBarrier(4);
    IntStream.range(0, 4).forEach(i -> starts.add(() -> {
      Notes mine = open();
      together.await();
      mine.add(note("from " + i, i));
      return mine.version();
    }));
    try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
      for (Future<Long> node : nodes.invokeAll(starts)) {
        assertThat(node.get()).isBetween(1L, 4L);
      }
    }
    assertThat(open().about(PATCH)).hasSize(4);
  }

  @Test
  void aBackupIsTakenInByAnEmptyAndByAnEqualDatabase() {
    fill(open());
    String backup = backup(open());
    assertThat(restore(openOther(), backup)).isEqualTo(5);
    assertThat(backup(openOther())).isEqualTo(backup);
    assertThat(restore(openOther(), backup)).isZero();
    assertThat(restore(open(), backup)).isZero();
    assertThat(backup(open())).isEqualTo(backup);
  }

  @Test
  void anOlderDatabaseTakesInWhatIsNew() {
    Notes notes = open();
    fill(notes);
    restore(openOther(), backup(notes));
    Note note = notes.about(PATCH).getFirst();
    notes.edit(note.id(), 2, new Edit(by("Dan", 70), "third"));
    assertThat(restore(openOther(), backup(notes))).isEqualTo(1);
    assertThat(backup(openOther())).isEqualTo(backup(notes));
  }

  @Test
  void aConflictIsNamedAndNothingIsTakenIn() {
    Notes notes = open();
    Note note = note("first", 0);
    notes.add(note);
    openOther().add(note);
    notes.edit(note.id(), 1, new Edit(by("Bob", 1), "one second"));
    notes.add(answer(KEY, Answer.Kind.USEFUL, "new", 3));
    openOther().edit(note.id(), 1, new Edit(by("Cyd", 1), "another second"));
    String backup = backup(notes);
    String before = backup(openOther());
    assertThatThrownBy(() -> restore(openOther(), backup)).isInstanceOf(ArchiveException.class)
        .hasMessageContaining("edit 2 of note '" + note.id() + "'");
    assertThat(backup(openOther())).isEqualTo(before);
  }

  @Test
  void aBackupThatIsCutOrChangedIsRefused() {
    fill(open());
    List<String> lines = backup(open()).lines().toList();
    assertRefused(lines.subList(0, lines.size() - 1), "does not end");
    assertRefused(lines.subList(1, lines.size()), "no backup");
    assertRefused(List.of(), "does not end");
    List<String> without = new ArrayList<>(lines);
    without.remove(2);
    assertRefused(without, "does not end");
    List<String> changed = new ArrayList<>(lines);
    changed.replaceAll(line -> line.replace("\"useful\"", "\"justified\""));
    assertRefused(changed, "does not say what its name says");
    List<String> broken = new ArrayList<>(lines);
    broken.set(1, "{");
    assertRefused(broken, "line 2 of the backup");
    assertThat(openOther().version()).isZero();
  }

  private void assertRefused(List<String> lines, String why) {
    assertThatThrownBy(() -> Backup.restore(openOther(), lines.iterator()))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining(why)
        .hasMessageContaining("nothing was restored");
  }

  private static void fill(Notes notes) {
    Note note = note("first\n\n* \ud83d\ude00 \u0085 \"x\"", 0);
    notes.add(note);
    notes.edit(note.id(), 1, new Edit(by("Bob", 1), "second"));
    notes.add(Note.of(NEXT, Optional.of(KEY), new Edit(by("Bob", 2), "on a finding")));
    notes.add(answer(KEY, Answer.Kind.USEFUL, "saw it", 3));
    notes.add(state(PatchState.Kind.DISMISSED, "a rename", 4));
  }

  private static String backup(Notes notes) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
      Backup.write(notes, out);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static int restore(Notes notes, String backup) {
    return Backup.restore(notes, backup.lines().iterator());
  }
}
