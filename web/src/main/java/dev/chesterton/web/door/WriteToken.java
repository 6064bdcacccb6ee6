package dev.chesterton.web.door;

import dev.chesterton.notes.SecretFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret of those who may write. It is compared and signed with, and never given out: {@link #toString} names nothing
 * of it.
 */
public final class WriteToken {

  /** Fewer characters could be guessed over a network in time. */
  static final int LEAST_CHARS = 20;
  private static final String HMAC = "HmacSHA256";

  private final byte[] secret;

  private WriteToken(String secret) {
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads it from the first line of a file.
   *
   * @throws dev.chesterton.settings.SettingsException where the file is not its owner's alone, or holds no token
   */
  public static WriteToken read(Path file) {
    return new WriteToken(SecretFile.read(file, "--token-file", LEAST_CHARS));
  }

  /** In a time that tells nothing: hashes of one length are compared, to their last byte. */
  boolean is(String given) {
    return same(sign("token", given), sign("token", new String(secret, StandardCharsets.UTF_8)));
  }

  /** What only holders of the token can make of this text, in hex digits; another purpose gives others. */
  String sign(String purpose, String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret, HMAC));
      byte[] signed = mac.doFinal((purpose + "\n" + text).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(signed);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every JDK has " + HMAC, e);
    }
  }

  static boolean same(String one, String other) {
    return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8),
        other.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "a token";
  }
}
