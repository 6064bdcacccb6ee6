package dev.chesterton.web.view;

import java.util.List;

/**
 * What went wrong.
 *
 * @param asked what was asked
 * @param why why it could not be answered, without a full stop
 * @param hints what to try
 * @param id under which the request is logged
 */
public record ErrorView(int status, String title, Words asked, Words why, List<Hint> hints,
    String id) {

  /** Something to try; the address may be empty. */
  public record Hint(String text, String address) {}
}
