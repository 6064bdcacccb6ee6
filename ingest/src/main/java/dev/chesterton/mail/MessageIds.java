package dev.chesterton.mail;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Message-IDs out of header values: what stands between {@code <>}, white space of folding left out. */
final class MessageIds {
  private MessageIds() {}

  /** Each id once, in order; prose around them, as in "Your message of Monday", is passed over. */
  static List<MessageId> of(List<String> values) {
    Set<MessageId> ids = new LinkedHashSet<>();
    for (String value : values) {
      ids.addAll(bracketed(value));
    }
    return List.copyOf(ids);
  }

  /** As {@link #of}, and where no brackets are, a value that is one word. */
  static List<MessageId> own(List<String> values) {
    Set<MessageId> ids = new LinkedHashSet<>();
    for (String value : values) {
      List<MessageId> bracketed = bracketed(value);
      String bare = value.replace("<", "").replace(">", "").strip();
      boolean word = bracketed.isEmpty() && isWord(bare);
      ids.addAll(word ? List.of(new MessageId(bare)) : bracketed);
    }
    return List.copyOf(ids);
  }

  private static boolean isWord(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isWhitespace(text.charAt(i))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static List<MessageId> bracketed(String value) {
    List<MessageId> ids = new ArrayList<>();
    int open = value.indexOf('<');
    int close = value.indexOf('>', open + 1);
    while (open >= 0 && close >= 0) {
      String id = withoutSpace(value.substring(open + 1, close));
      if (!id.isEmpty()) {
        ids.add(new MessageId(id));
      }
      open = value.indexOf('<', close + 1);
      close = value.indexOf('>', open + 1);
    }
    return ids;
  }

  private static String withoutSpace(String id) {
    StringBuilder kept = new StringBuilder(id.length());
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      if (!Character.isWhitespace(c) && !Character.isISOControl(c)) {
        kept.append(c);
      }
    }
    return kept.toString();
  }
}
