package dev.chesterton.index;

import dev.chesterton.history.CommitId;
import dev.chesterton.index.Head.CommitHead;
import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.Head.MailKind;
import dev.chesterton.mail.Mailbox;
import dev.chesterton.mail.MessageId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Packs a {@link Head} into bytes and back. */
final class HeadCodec {
  private static final String COMMIT = "COMMIT";

  private HeadCodec() {}

  static byte[] pack(Head head) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      switch (head) {
        case MailHead mail -> packMail(mail, out);
        case CommitHead commit -> packCommit(commit, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Head unpack(byte[] bytes, int offset, int length) {
    try (
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, offset, length))) {
      String kind = readText(in);
      return kind.equals(COMMIT) ? unpackCommit(in) : unpackMail(MailKind.valueOf(kind), in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void packMail(MailHead mail, DataOutputStream out) throws IOException {
    write(mail.kind().name(), out);
    write(mail.id().value(), out);
    write(mail.contentHash(), out);
    write(mail.title(), out);
    write(mail.author(), out);
    out.writeLong(mail.sent().toEpochSecond());
    out.writeInt(mail.sent().getOffset().getTotalSeconds());
    write(mail.lists(), out);
  }

  private static MailHead unpackMail(MailKind kind, DataInputStream in) throws IOException {
    MessageId id = new MessageId(readText(in));
    String contentHash = readText(in);
    String title = readText(in);
    Mailbox author = readMailbox(in);
    Instant sent = Instant.ofEpochSecond(in.readLong());
    OffsetDateTime zoned = sent.atOffset(ZoneOffset.ofTotalSeconds(in.readInt()));
    return new MailHead(id, contentHash, kind, title, author, zoned, readTexts(in));
  }

  private static void packCommit(CommitHead commit, DataOutputStream out) throws IOException {
    write(COMMIT, out);
    write(commit.id().hex(), out);
    write(commit.title(), out);
    write(commit.author(), out);
    out.writeLong(commit.authored().getEpochSecond());
    out.writeLong(commit.committed().getEpochSecond());
    write(commit.trees(), out);
  }

  private static CommitHead unpackCommit(DataInputStream in) throws IOException {
    return new CommitHead(new CommitId(readText(in)), readText(in), readMailbox(in),
        Instant.ofEpochSecond(in
            .readLong()),
        Instant.ofEpochSecond(in.readLong()), readTexts(in));
  }

  private static void write(Mailbox mailbox, DataOutputStream out) throws IOException {
    write(mailbox.name(), out);
    write(mailbox.address(), out);
  }

  private static Mailbox readMailbox(DataInputStream in) throws IOException {
    return new Mailbox(readText(in), readText(in));
  }

  private static void write(List<String> texts, DataOutputStream out) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      write(text, out);
    }
  }

  private static List<String> readTexts(DataInputStream in) throws IOException {
    int count = in.readInt();
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(readText(in));
    }
    return texts;
  }

  private static void write(String text, DataOutputStream out) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }

  private static String readText(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }
}
