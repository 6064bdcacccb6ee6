package dev.chesterton.index;

import dev.chesterton.index.Head.MailHead;
import java.util.List;

/**
 * Some of many mails, in the order of their keys.
 *
 * @param last after which the next page begins; as it was asked for where this page is empty
 */
public record MailPage(List<MailHead> mails, String last) {
  public MailPage {
    mails = List.copyOf(mails);
  }
}
