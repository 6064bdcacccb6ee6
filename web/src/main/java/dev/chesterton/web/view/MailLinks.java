package dev.chesterton.web.view;

import dev.chesterton.mail.MessageId;
import java.util.Optional;

/** Says where a mail of the store is shown. */
@FunctionalInterface
public interface MailLinks {

  /** Empty where the mail is not in the store. */
  Optional<String> address(MessageId id);
}
