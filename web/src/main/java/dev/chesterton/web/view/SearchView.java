package dev.chesterton.web.view;

import java.util.List;

/**
 * Results of a search, or why there are none.
 *
 * @param error what is wrong with the query; empty where it is right
 * @param count how many there are, in words; empty before a search
 */
public record SearchView(String query, String sort, String error, String count, List<Hit> hits,
    String next, String previous, String self, List<String> lists) {

  /** A mail or a commit. */
  public record Hit(String letter, String kind, String date, Words author, Words title,
      String address, String review) {}
}
