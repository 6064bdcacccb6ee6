package dev.chesterton.index;

import dev.chesterton.change.PatchId;
import dev.chesterton.mail.MessageId;
import dev.chesterton.patch.ChangeId;
import java.time.Instant;

/** What a change is asked for by, besides its lines: {@link LineQuery}. */
public sealed interface ChangeQuery {

  /** A patch mail, or a mail with a suggested diff. */
  record OfMail(MessageId id) implements ChangeQuery {}

  /** The same diff, as git sees it. */
  record WithPatchId(PatchId id) implements ChangeQuery {}

  /** The same name given by Gerrit's hook, which goes from version to version and into the commit. */
  record WithChangeId(ChangeId.OfPatch id) implements ChangeQuery {}

  /**
   * The same words in the title, with or without the prefix; see {@link dev.chesterton.patch.TitleKeys}.
   *
   * @param title without {@code [PATCH ...]}
   */
  record Titled(String title) implements ChangeQuery {}

  /**
   * A mail sent, or a commit authored, in this second: {@code git am} makes the date of a mail the author date of its
   * commit.
   */
  record MadeAt(Instant second) implements ChangeQuery {}
}
