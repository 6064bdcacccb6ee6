package dev.chesterton.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** The mails of one file. */
final class FileMails {
  private FileMails() {}

  /**
   * All of them, from the beginning; whoever opened the stream closes it.
   *
   * @param asked as what the operator wants it read
   * @throws ArchiveException when it is of no known format, or not of that
   */
  static Iterator<Arrival> of(Path place, MailFormat asked, InputStream in, ReadLimits limits)
      throws IOException {
    BufferedInputStream content = new BufferedInputStream(in);
    content.mark(FileFormat.BYTES_LOOKED_AT);
    MailFormat format = MailSources.format(place.toString(), asked,
        FileFormat.start(content, FileFormat.BYTES_LOOKED_AT));
    content.reset();
    return of(new MailFile(place, format, limits), content);
  }

  /** All of them, from the beginning; whoever opened the stream closes it. */
  static Iterator<Arrival> of(MailFile file, InputStream in) {
    return file.format().isMbox()
        ? new MboxMails(file, in, 0, MboxProgress.NONE)
        : few(file, in).iterator();
  }

  private static List<Arrival> few(MailFile file, InputStream in) {
    RawMail.Form form = form(file.format());
    int max = form == RawMail.Form.SAVED_PAGE
        ? Math.min(file.limits().maxPageBytes(), file.limits().maxMessageBytes())
        : file.limits().maxMessageBytes();
    try {
      // One byte more than the limit, so that a cut is noticed.
      RawMail mail = mail(in.readNBytes(max + 1), max, file, form);
      List<RawMail> mails = form == RawMail.Form.SAVED_PAGE ? PageMails.of(mail, file.limits())
          : List.of(mail);
      return mails.stream()
          .<Arrival>map(each -> new Arrival.Arrived(each, Checkpoint.START))
          .toList();
    } catch (IOException e) {
      return List.of(new Arrival.Skipped(
          new Problem(file.path() + ":0", "cannot be read: " + e.getMessage()), 0,
          Checkpoint.START));
    }
  }

  private static RawMail.Form form(MailFormat format) {
    return switch (format) {
      case HTML -> RawMail.Form.SAVED_PAGE;
      case TEXT -> RawMail.Form.SAVED_COPY;
      default -> RawMail.Form.MAIL;
    };
  }

  /** The mail of bytes that may be too many. */
  static RawMail mail(byte[] bytes, int max, MailFile file, RawMail.Form form) {
    Provenance place = new Provenance.InFile(file.path(), 0);
    if (bytes.length <= max) {
      return new RawMail(bytes, place, form);
    }
    return new RawMail(Arrays.copyOf(bytes, max), place, form,
        List.of(new Problem(place.place(), "mail cut at " + max + " bytes")));
  }
}
