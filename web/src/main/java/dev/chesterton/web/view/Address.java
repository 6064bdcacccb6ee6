package dev.chesterton.web.view;

import dev.chesterton.change.FilePath;
import dev.chesterton.index.Head.MailHead;
import dev.chesterton.mail.MessageId;
import dev.chesterton.review.PageAddress;

/** Addresses of the pages, percent-encoded once: the table of them stands in {@code dev.chesterton.web}. */
public final class Address {

  private static final String LORE = "https://lore.kernel.org/";

  private Address() {}

  /** The mail on the first of its lists. */
  public static String mail(MailHead head) {
    return mail(listOf(head), head.id());
  }

  public static String mail(String list, MessageId id) {
    return "/" + segment(list) + "/" + segment(id.value()) + "/";
  }

  public static String raw(MailHead head) {
    return mail(head) + "raw";
  }

  public static String thread(MailHead head) {
    return mail(head) + "t/";
  }

  public static String review(MessageId id) {
    return "/review/" + segment(id.value()) + "/";
  }

  /** A draft of an answer to a patch. */
  public static String draft(MessageId id) {
    return review(id) + "draft";
  }

  /** All versions of the series a patch is part of. */
  public static String versions(MessageId id) {
    return review(id) + "versions/";
  }

  /** What reviewers said to the lines of a version. */
  public static String comments(MessageId id) {
    return review(id) + "comments/";
  }

  /** What differs between two versions. */
  public static String compare(MessageId older, MessageId newer) {
    return review(older) + "diff/" + segment(newer.value()) + "/";
  }

  /** A mail of which only the id is known. */
  public static String message(MessageId id) {
    return "/r/" + segment(id.value()) + "/";
  }

  public static String commit(String hex) {
    return "/commit/" + segment(hex);
  }

  /** A file of the trees: its folders stay folders of the address. */
  public static String file(FilePath path) {
    return PageAddress.file(path);
  }

  public static String rule(String id) {
    return "/rule/" + segment(id);
  }

  /** A note by itself, with its edits. */
  public static String note(String id) {
    return "/note/" + segment(id) + "/";
  }

  /**
   * One page of results.
   *
   * @param skip results passed over
   */
  public static String search(String query, String order, int skip) {
    return "/search?q=" + segment(query) + (order.equals("relevance") ? "" : "&sort=" + order)
        + (skip == 0 ? "" : "&skip=" + skip);
  }

  /** What a search finds, newest first, as a feed. */
  public static String searchFeed(String query) {
    return "/search.atom?q=" + segment(query);
  }

  /** The same mail in the public archive; we never fetch it. */
  public static String lore(MessageId id) {
    return LORE + "r/" + segment(id.value()) + "/";
  }

  public static String listOf(MailHead head) {
    return head.lists().isEmpty() ? "r" : head.lists().getFirst();
  }

  /** One part of a path or a query value; any character survives. */
  public static String segment(String text) {
    return PageAddress.segment(text);
  }
}
