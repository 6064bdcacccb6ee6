package dev.chesterton.review.form;

import dev.chesterton.finding.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Names of findings that stay the same from run to run, and from one version of a patch to the next: a hash of what a
 * finding says without where it stands ({@link Finding#said}). Of several in one document that say the same each has its
 * number.
 */
final class Fingerprints {
  private static final int DIGITS = 20;

  private final Map<List<String>, Integer> seen = new HashMap<>();

  /** 20 hex digits, a colon, and the number among those that say the same, from 1. */
  String of(Finding finding) {
    List<String> said = finding.said();
    return hash(said) + ":" + seen.merge(said, 1, Integer::sum);
  }

  private static String hash(List<String> parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        // The length keeps two parts from being read as two others.
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
