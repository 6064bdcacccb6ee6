package dev.chesterton.web;

import java.util.List;
import java.util.stream.Collectors;

/** Lines of comma-separated values, as RFC 4180 has them. */
final class CsvText {
  static final String TYPE = "text/csv;charset=UTF-8";
  /** What a spreadsheet takes for the begin of a formula, which a subject of strangers must never be. */
  private static final String FORMULA = "=+-@\t\r";

  private final StringBuilder text = new StringBuilder();

  CsvText line(List<String> cells) {
    text.append(cells.stream().map(CsvText::quoted).collect(Collectors.joining(",")))
        .append("\r\n");
    return this;
  }

  private static String quoted(String cell) {
    boolean formula = !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0;
    return '"' + (formula ? "'" : "") + cell.replace("\"", "\"\"") + '"';
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
