package dev.chesterton.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotesTest {

  @Test
  void depthIsTheNumberOfMarksAndSpeakersComeFromAttributions() {
    List<Quote> quotes = Quotes.of("""
        On Fri, Jun 24, 2022 at 09:12:44PM +0800, Ann Lee wrote:
        > On Thu, Jun 23, 2022 at 1:00 AM Bo Chan
        > <bo@example.org> wrote:
        >> The lock is needed.
        >
        >> It was needed before.
        > Is it?
        Yes.
        > Ok.
        """).value();

    assertThat(quotes).containsExactly(
        new Quote(2, 3, 1, Optional.of("Ann Lee"), false),
        new Quote(4, 6, 2, Optional.of("Bo Chan"), false),
        new Quote(7, 7, 1, Optional.of("Ann Lee"), false),
        new Quote(9, 9, 1, Optional.of("Ann Lee"), false));
  }

  @Test
  void lostMarksMakeEveryDepthAGuess() {
    var parsed = Quotes.of("""
        On 2022/6/24 21:27, Ann Lee wrote:
        On Fri, Jun 24, 2022 at 09:12:44PM +0800, Bo Chan wrote:
        The lock is needed.

        Says who?
        """);

    assertThat(parsed.value()).containsExactly(
        new Quote(3, 3, 2, Optional.of("Bo Chan"), true),
        new Quote(5, 5, 0, Optional.empty(), true));
    assertThat(parsed.problems()).singleElement()
        .satisfies(problem -> assertThat(problem.what()).contains("quote depth is a guess"));
  }

  @Test
  void textWithoutQuotesHasNone() {
    assertThat(Quotes.of("Just words.\n\n-- \nAnn\n").value()).isEmpty();
    assertThat(Quotes.of("").value()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      On 11 Jul 2019, at 12:00, Ann Lee wrote:             | Ann Lee
      On Thu, Dec 1, 2022 at 10:30 PM Ann Lee <a@b> wrote: | Ann Lee
      On 10.07.19 г. 22:28 ч., Ann Lee wrote:              | Ann Lee
      On Wed 29-06-22 10:38:36, Ann Lee wrote:             | Ann Lee
      On Wed, 29 Jun 2022, a@example.org wrote:            | a@example.org
      Ann J. Lee wrote:                                    | Ann J. Lee
      "Ann Lee" <a@b> writes:                              | Ann Lee
      Ann Lee <a@b> writes:                                | Ann Lee
      <a@b> wrote:                                         | a@b
      as the manual of the device said:                    | ``
      """)
  void attributionNamesTheSpeaker(String line, String who) {
    assertThat(Quotes.of(line + "\n> words\n").value()).singleElement()
        .satisfies(quote -> assertThat(quote.who().orElse("")).isEqualTo(who));
  }
}
