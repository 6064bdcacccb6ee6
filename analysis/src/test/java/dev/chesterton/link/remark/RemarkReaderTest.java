package dev.chesterton.link.remark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.link.TestMail;
import dev.chesterton.link.remark.Remark.Kind;
import dev.chesterton.link.remark.Setting.Answers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemarkReaderTest {
  private static final Setting TO_PATCH = new Setting(false, Answers.PATCH);
  private static final String QUOTED = """
      On Mon, Jun 10, 2024 at 09:45:17AM +0100, Bo wrote:
      > -\tspin_lock(&sb->lock);
      > +\tcairnfs_sync(sb);
      """;

  @ParameterizedTest
  @ValueSource(strings = {"NAK.", "The lock can't be removed, thaw takes it.",
    "We still need this lock on big machines, so it needs to stay.", "I won't apply this.",
    "Please drop this patch.", "That check is still needed for old images."})
  void turnsAPatchAway(String words) {
    assertThat(kinds(words)).containsExactly(Kind.REFUSAL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"This will deadlock when the journal is full.",
    "This is wrong, the page may be dirty here.", "I don't think this is safe.",
    "It breaks mounting old images.", "You must not sleep here, the caller holds a spinlock.",
    "The new variant leaks the inode when the read fails.",
    "This doesn't make sense to me at all."})
  void objects(String words) {
    assertThat(kinds(words)).containsExactly(Kind.OBJECTION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Looks good, thanks.", "Applied to the next branch, thanks.",
    "nit: this line is too long.", "There is a typo in the subject.",
    "Reviewed-by: Cleo Example <cleo@t.example>", "I tested this on two machines.",
    "No objection from me."})
  void hasNothingAgainstIt(String words) {
    assertThat(kinds(words)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Why is the flag set before the write?", "Question for Bo: who calls it?",
    "Could you please describe how you tested it",
    "How about a helper for both?"})
  void asks(String words) {
    assertThat(kinds(words)).containsExactly(Kind.QUESTION);
  }

  @Test
  void namesTheLineAndWhatIsQuotedAbove() {
    Remark remark = read("Hi Bo,\n\n" + QUOTED + "\nFine so far.\n\nThis will deadlock.\n",
        TO_PATCH).getFirst();
    assertThat(remark.line()).isEqualTo(9);
    assertThat(remark.words()).isEqualTo("This will deadlock.");
    assertThat(remark.quoted()).containsExactly("-\tspin_lock(&sb->lock);",
        "+\tcairnfs_sync(sb);");
  }

  @Test
  void leavesOutWhatIsQuotedSignedOrCode() {
    assertThat(read("""
        > NAK, this is wrong.

        Thanks.

        diff --git a/a.c b/a.c
        +/* this will deadlock */
        --
        This is wrong.
        """, TO_PATCH)).isEmpty();
  }

  @Test
  void makesOneObjectionOfAParagraph() {
    assertThat(read("This is wrong.\nIt will crash.\n\nAnd it leaks memory on error, too.\n",
        TO_PATCH)).extracting(Remark::line).containsExactly(1, 4);
  }

  @Test
  void lightWordsAreNoArgumentForBeingMany() {
    assertThat(kinds("Actually it can even go here, though you must tell us, unfortunately."))
        .isEmpty();
  }

  @Test
  void anAuthorAsksButDoesNotObject() {
    assertThat(read("That was wrong. Shall I send it again?\n",
        new Setting(true, Answers.OTHER))).extracting(Remark::kind).containsExactly(Kind.QUESTION);
  }

  @Test
  void aTagOutweighsALightWorry() {
    String worry = "That looks a bit odd.\n";
    assertThat(kinds(worry)).containsExactly(Kind.OBJECTION);
    assertThat(kinds(worry + "\nAcked-by: Cleo Example <cleo@t.example>\n")).isEmpty();
  }

  @Test
  void aMachineMakesNoRemarks() {
    String report = "This fails to build.\n";
    TestMail mail = TestMail.of("m", "Re: [PATCH] cairnfs: drop it", "10 Jun 2024", report);
    assertThat(RemarkReader.read(mail.posting(), TO_PATCH)).isNotEmpty();
    assertThat(RemarkReader.read(mail.by("Testbot").posting(), TO_PATCH)).isEmpty();
    assertThat(kinds(report + "\nIf you fix the issue, kindly add following tag\n")).isEmpty();
  }

  private static List<Kind> kinds(String text) {
    return read(text, TO_PATCH).stream().map(Remark::kind).toList();
  }

  private static List<Remark> read(String text, Setting setting) {
    return RemarkReader.read(
        TestMail.of("m", "Re: [PATCH] cairnfs: drop it", "10 Jun 2024", text).posting(), setting);
  }
}
