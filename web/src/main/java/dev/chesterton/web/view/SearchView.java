package dev.chesterton.web.view;

import java.util.List;

/**
 * Results of a search, or why there are none.
 *
 * @param error what is wrong with the query; empty where it is right
 * @param count how many there are, in words; empty before a search
 * @param lei the command that asks the public archive the same; empty where it cannot be asked so
 */
public record SearchView(String query, String sort, String error, String count, List<Hit> hits,
    String next, String previous, String self, List<String> lists, Narrowing narrowing,
    String lei) {

  /**
   * How the results divide.
   *
   * @param counted what is counted, in words
   * @param ways none where there is nothing to narrow
   */
  public record Narrowing(String counted, List<Way> ways) {
    public static final Narrowing NONE = new Narrowing("", List.of());

    public Narrowing {
      ways = List.copyOf(ways);
    }
  }

  /**
   * One way to divide them.
   *
   * @param others how many values are left out
   */
  public record Way(String name, List<Share> shares, int others) {
    public Way {
      shares = List.copyOf(shares);
    }
  }

  /**
   * A part of them.
   *
   * @param address of a search for it alone; empty where there is none
   */
  public record Share(Words label, long count, String address) {}

  /**
   * A mail or a commit.
   *
   * @param review address of the review; empty where there is nothing to review
   * @param lines that have what was sought
   */
  public record Hit(String letter, String kind, String date, Words author, Words title,
      String address, String review, List<FoundLine> lines) {
    public Hit {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A line, or a part of it.
   *
   * @param address of the line on its page
   */
  public record FoundLine(String address, int number, List<Part> parts) {
    public FoundLine {
      parts = List.copyOf(parts);
    }
  }

  /**
   * Some words of a line.
   *
   * @param sought whether they are what was sought
   */
  public record Part(Words words, boolean sought) {}
}
