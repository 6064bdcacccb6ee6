package dev.chesterton.web.view;

import dev.chesterton.index.StoredMail;
import dev.chesterton.mail.Message;

/** Ways to answer a mail, ready to be copied. What comes from the mail cannot leave its place in them. */
public final class ReplyText {

  private ReplyText() {}

  public static ThreadView.Reply of(StoredMail mail) {
    Message message = mail.posting().message();
    String id = quoted(message.id().value());
    String to = message.author().address().isEmpty() ? ""
        : " --to=" + quoted(message.author().address());
    return new ThreadView.Reply(Words.of("git send-email --in-reply-to=" + id + to),
        mailto(message), Words.of("b4 am " + id));
  }

  private static String mailto(Message message) {
    String subject = message.subject();
    boolean reply = subject.regionMatches(true, 0, "Re:", 0, 3);
    return "mailto:" + query(message.author().address()) + "?In-Reply-To="
        + query("<" + message.id().value() + ">") + "&Subject="
        + query(reply ? subject : "Re: " + subject);
  }

  /** Control characters are left out before encoding, so that no field can begin a second one. */
  private static String query(String text) {
    StringBuilder printable = new StringBuilder();
    text.codePoints()
        .filter(point -> !Character.isISOControl(point))
        .forEach(printable::appendCodePoint);
    return Address.segment(printable.toString()).replace("=", "%3D").replace("!", "%21");
  }

  /** One word of a shell, whatever is in it. */
  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
