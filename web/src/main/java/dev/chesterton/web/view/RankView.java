package dev.chesterton.web.view;

import dev.chesterton.finding.rank.Lane;
import dev.chesterton.finding.rank.Rank;
import dev.chesterton.review.Suspect;
import java.util.List;
import java.util.Locale;

/**
 * Why a patch is worth a second look, or not.
 *
 * @param verdict one sentence
 * @param lane how the loss comes about, in words
 * @param rows what the score is made of, heaviest first
 * @param lines the removed lines that are most suspect, each once, with those who put them up
 */
public record RankView(String verdict, String lane, String score, List<Row> rows,
    List<Line> lines) {

  /**
   * A removed line.
   *
   * @param origin the first change known to have added such a line; none or one
   * @param sign its words that call it a fix; none or one
   */
  public record Line(Words text, List<SourceView> origin, List<Words> sign) {}

  /**
   * One signal.
   *
   * @param amount with its sign
   */
  public record Row(String counts, String value, String amount) {}

  static RankView of(Rank rank, List<Suspect> suspects) {
    return new RankView(
        rank.isWorthALook()
            ? "This patch is among the few that are worth a second look."
            : "By its rank alone this patch asks for no second look; what was found is told as a check.",
        lane(rank.lane()), number("%.2f", rank.score()),
        rank.parts()
            .stream()
            .map(part -> new Row(part.signal().title(), number("%.2f", part.value()),
                number("%+.2f", part.amount())))
            .toList(),
        suspects.stream().map(RankView::line).toList());
  }

  private static Line line(Suspect suspect) {
    return new Line(Words.of(suspect.line().line().text().strip()),
        suspect.origin().map(origin -> SourceView.of(origin.change())).stream().toList(),
        suspect.origin()
            .flatMap(origin -> origin.fix())
            .map(fix -> Words.of(fix.words()))
            .stream()
            .toList());
  }

  private static String number(String format, double number) {
    return String.format(Locale.ROOT, format, number);
  }

  private static String lane(Lane lane) {
    return switch (lane) {
      case DECLARED -> "The patch says that something goes, in code that stays.";
      case SILENT -> "What goes, goes in a change that does not speak of it in its title.";
      case WHOLE ->
        "A whole goes: a file, or functions that leave nothing behind. That is listed, and never a warning.";
    };
  }
}
