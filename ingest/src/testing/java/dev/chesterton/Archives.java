package dev.chesterton;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Writes mails as the archives of the world do. A mail is text, one character a byte. */
public final class Archives {
  public static final String SEPARATOR = "From mboxrd@z Thu Jan  1 00:00:00 1970\n";

  /** Small, so that tests may write many. */
  private static final int XZ_DICTIONARY_BYTES = 1 << 16;

  private Archives() {}

  public static String mboxrd(List<String> mails) {
    return mbox(mails, mail -> mail.replaceAll("(?m)^(>*From )", ">$1"));
  }

  public static String mboxo(List<String> mails) {
    return mbox(mails, mail -> mail.replaceAll("(?m)^From ", ">From "));
  }

  /** Each mail with the length of its body, behind the other headers. */
  public static String mboxcl2(List<String> mails) {
    return mbox(mails, mail -> {
      int body = mail.indexOf("\n\n") + 2;
      return mail.substring(0, body - 1) + "Content-Length: " + (mail.length() - body) + "\n\n"
          + mail.substring(body);
    });
  }

  private static String mbox(List<String> mails, UnaryOperator<String> quoted) {
    StringBuilder mbox = new StringBuilder();
    mails.forEach(mail -> mbox.append(SEPARATOR).append(quoted.apply(mail)).append('\n'));
    return mbox.toString();
  }

  /** Half of the mails in {@code new}, the others in {@code cur} with flags. */
  public static Path maildir(Path folder, List<String> mails) throws IOException {
    for (String name : List.of("new", "cur", "tmp")) {
      Files.createDirectories(folder.resolve(name));
    }
    for (int i = 0; i < mails.size(); i++) {
      String name = "16560720%02d.M%dP7.host.example".formatted(i, i);
      write(folder.resolve(i % 2 == 0 ? "new/" + name : "cur/" + name + ":2,S"), mails.get(i));
    }
    return folder;
  }

  /** One file a mail, numbered. */
  public static Path folder(Path folder, List<String> mails, String ending) throws IOException {
    Files.createDirectories(folder);
    for (int i = 0; i < mails.size(); i++) {
      write(folder.resolve("%04d-mail%s".formatted(i, ending)), mails.get(i));
    }
    return folder;
  }

  public static Path write(Path file, String text) throws IOException {
    return Files.write(file, bytes(text));
  }

  /** A bare repository with a commit a mail, file {@code m}. */
  public static Path v2(Path epoch, List<String> mails) throws IOException {
    StringBuilder stream = new StringBuilder();
    for (int i = 0; i < mails.size(); i++) {
      stream.append(commit(i)).append("deleteall\n").append(file("m", mails.get(i)));
    }
    return fastImport(stream.toString(), epoch);
  }

  /** A bare repository with a commit a mail, its file named for its Message-ID. */
  public static Path v1(Path repository, List<String> mails) throws IOException {
    StringBuilder stream = new StringBuilder();
    for (int i = 0; i < mails.size(); i++) {
      stream.append(commit(i)).append(file(v1Name(idOf(mails.get(i))), mails.get(i)));
    }
    return fastImport(stream.toString(), repository);
  }

  /** The head of a commit of fast-import text, later than any mail of the samples. */
  public static String commit(int number) {
    return "commit refs/heads/master\ncommitter list <list@example.org> "
        + (1_800_000_000 + number) + " +0000\ndata 2\ns\n\n";
  }

  /** A file of it. */
  public static String file(String name, String text) {
    return "M 100644 inline " + name + "\ndata " + bytes(text).length + "\n" + text + "\n";
  }

  public static Path fastImport(String stream, Path repository) throws IOException {
    Path file = Files.createTempFile("archive", ".fi");
    try {
      return Git.fastImport(write(file, stream), repository);
    } finally {
      Files.delete(file);
    }
  }

  /** The path of a mail in a v1 inbox. */
  public static String v1Name(String messageId) {
    try {
      String hex = HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-1").digest(bytes(messageId)));
      return hex.substring(0, 2) + "/" + hex.substring(2);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-1", e);
    }
  }

  private static String idOf(String mail) {
    String lower = mail.toLowerCase(Locale.ROOT);
    int start = mail.indexOf('<', lower.indexOf("\nmessage-id:")) + 1;
    return mail.substring(start, mail.indexOf('>', start));
  }

  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  public static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  public static byte[] xz(byte[] bytes) throws IOException {
    LZMA2Options options = new LZMA2Options(0);
    options.setDictSize(XZ_DICTIONARY_BYTES);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new XZOutputStream(packed, options)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  /** With a checksum, as the tool writes them. */
  public static byte[] zstd(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new ZstdOutputStreamNoFinalizer(packed).setChecksum(true)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }
}
