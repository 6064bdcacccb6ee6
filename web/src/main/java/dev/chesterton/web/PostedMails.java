package dev.chesterton.web;

import dev.chesterton.patch.PatchParser;
import dev.chesterton.patch.Posting;
import dev.chesterton.source.ArchiveException;
import dev.chesterton.source.Arrival;
import dev.chesterton.source.Checkpoint;
import dev.chesterton.source.MailFormat;
import dev.chesterton.source.MailSources;
import dev.chesterton.source.ReadLimits;
import dev.chesterton.source.Reading;
import dev.chesterton.web.door.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Mails that a request brings: a mail, or an mbox of them.
 *
 * @param postings at least one
 */
record PostedMails(List<Posting> postings) {
  /** Longest body, in bytes. */
  static final int MAX_BYTES = 1 << 20;
  /** Patches of one request; each costs a review. */
  static final int MAX_PATCHES = 50;

  PostedMails {
    postings = List.copyOf(postings);
  }

  /**
   * Reads a body; a longer one is not read to its end.
   *
   * @throws Refusal where it is too long, packed, or no mail
   */
  static PostedMails read(InputStream body, ReadLimits limits) throws IOException {
    byte[] bytes = body.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw Refusal.tooLarge("the body is longer than " + MAX_BYTES
          + " bytes; send the patches of a series one by one");
    }
    return parse(bytes, limits);
  }

  /** The same from bytes at hand. */
  static PostedMails parse(byte[] bytes, ReadLimits limits) {
    if (isPacked(bytes)) {
      throw Refusal.badRequest("the body is packed; send the mail or mbox as it is");
    }
    List<Posting> postings = new ArrayList<>();
    try (Reading reading = MailSources
        .of(new ByteArrayInputStream(bytes), "body", MailFormat.AUTO, limits)
        .since(Checkpoint.START)) {
      reading.arrivals().forEach(arrival -> {
        if (arrival instanceof Arrival.Arrived arrived) {
          postings.add(PatchParser.read(arrived.mail(), limits).value());
        }
      });
    } catch (ArchiveException e) {
      throw Refusal.badRequest("the body is neither a mail nor an mbox");
    }
    if (postings.isEmpty()) {
      throw Refusal.badRequest("the body is neither a mail nor an mbox");
    }
    return new PostedMails(postings);
  }

  /** A megabyte may unpack to two hundred: gzip, xz and zstd by their first bytes. */
  private static boolean isPacked(byte[] bytes) {
    int begin = bytes.length < 2 ? 0 : (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
    return begin == 0x1f8b || begin == 0xfd37 || begin == 0x28b5;
  }

  /** @throws Refusal where there is none, or there are too many */
  List<Posting.Patch> patches() {
    List<Posting.Patch> patches = postings.stream()
        .filter(Posting.Patch.class::isInstance)
        .map(Posting.Patch.class::cast)
        .toList();
    if (patches.isEmpty()) {
      throw Refusal.badRequest("no patch in the body");
    }
    if (patches.size() > MAX_PATCHES) {
      throw Refusal.tooLarge("more than " + MAX_PATCHES + " patches in the body; send fewer");
    }
    return patches;
  }
}
