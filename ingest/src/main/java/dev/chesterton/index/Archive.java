package dev.chesterton.index;

import java.nio.charset.StandardCharsets;

/**
 * A list as one source has it; under this its checkpoint and its copies are known.
 *
 * @param list name of the list
 * @param source name of the mailbox, epoch or folder
 * @param hash of both, made once for many copies
 */
public record Archive(String list, String source, long hash) {

  public static Archive of(String list, String source) {
    return new Archive(list, source,
        CopyId.hash((list + '\0' + source).getBytes(StandardCharsets.UTF_8)));
  }

  /** List and source; a list has no space in its name. */
  String name() {
    return list + " " + source;
  }
}
