package dev.chesterton.cli.manual;

import java.util.List;

/**
 * Writes the language of manual pages, man(7), so that groff and mandoc show every character as it was written: hyphens
 * as they are typed, quotes straight, and no line begins with a control character by accident.
 */
final class Roff {
  private static final int LONGEST = 78;

  private final StringBuilder text = new StringBuilder();

  /** A line for those who read the source. */
  Roff comment(String words) {
    text.append(".\\\" ").append(words);
    return end();
  }

  /** A request with its arguments, which may have spaces. */
  Roff request(String name, String... arguments) {
    text.append('.').append(name);
    for (String argument : arguments) {
      // Requests of troff itself, other than macros, take quotes for a part of the argument.
      boolean quoted = argument.isEmpty() || argument.contains(" ");
      text.append(quoted ? " \"" : " ").append(escaped(argument)).append(quoted ? "\"" : "");
    }
    return end();
  }

  /** Plain words, in lines that a source may have; how they are broken on a page is another thing. */
  Roff words(String words) {
    StringBuilder line = new StringBuilder();
    for (String word : plain(words).split(" ")) {
      if (!line.isEmpty() && line.length() + word.length() >= LONGEST) {
        raw(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    return raw(line.toString());
  }

  /** A line that is made of {@link #bold}, {@link #italic} and {@link #plain}. */
  Roff raw(String line) {
    // Without something before it, a dot at the beginning would be a request; a quote is escaped anyway.
    text.append(line.startsWith(".") ? "\\&" : "").append(line);
    return end();
  }

  /** Paragraphs with a gap between them. */
  Roff paragraphs(List<String> paragraphs) {
    paragraphs.forEach(words -> request("PP").words(words));
    return this;
  }

  /** A term, and below it, indented, what it means. */
  Roff term(String term, String meaning) {
    return request("TP").raw(term).words(meaning);
  }

  /** Lines as they are typed, indented. */
  Roff typed(List<String> lines) {
    request("PP").request("RS", "4").request("nf");
    lines.forEach(line -> raw(plain(line)));
    return request("fi").request("RE");
  }

  private Roff end() {
    text.append('\n');
    return this;
  }

  static String bold(String words) {
    return words.isEmpty() ? "" : "\\fB" + escaped(words) + "\\fR";
  }

  static String italic(String words) {
    return words.isEmpty() ? "" : "\\fI" + escaped(words) + "\\fR";
  }

  static String plain(String words) {
    return escaped(words);
  }

  private static String escaped(String words) {
    StringBuilder escaped = new StringBuilder();
    words.codePoints().forEach(point -> escaped.append(escaped(point)));
    return escaped.toString();
  }

  /** The characters that groff_char(7) warns of, which typesetting would change into others. */
  private static String escaped(int point) {
    return switch (point) {
      case '\\' -> "\\(rs";
      case '-' -> "\\-";
      case '\'' -> "\\(aq";
      case '"' -> "\\(dq";
      case '`' -> "\\(ga";
      case '^' -> "\\(ha";
      case '~' -> "\\(ti";
      default -> point < 0x80 ? Character.toString(point) : "\\[u%04X]".formatted(point);
    };
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
