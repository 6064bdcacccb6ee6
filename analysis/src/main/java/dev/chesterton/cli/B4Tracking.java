package dev.chesterton.cli;

import dev.chesterton.mail.MessageId;
import dev.chesterton.review.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What b4 knows of the series under review, in the file that {@code B4_TRACKING_FILE} names ({@code create_review_branch} in
 * {@code src/b4/review/_review.py} of mricon/b4 at 1f2f768). A file that is missing or reads otherwise says nothing: b4 makes
 * no promise about its fields.
 *
 * @param patches Message-IDs of the series, in its order
 */
record B4Tracking(List<MessageId> patches) {
  private static final String VARIABLE = "B4_TRACKING_FILE";
  private static final int MOST_BYTES = 16 << 20;
  private static final B4Tracking NOTHING = new B4Tracking(List.of());

  B4Tracking {
    patches = List.copyOf(patches);
  }

  static B4Tracking of(Map<String, String> environment) {
    String file = environment.getOrDefault(VARIABLE, "");
    return file.isEmpty() ? NOTHING
        : text(file).flatMap(JsonObject::read).map(B4Tracking::read).orElse(NOTHING);
  }

  private static Optional<String> text(String file) {
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      return Optional.of(new String(bytes, StandardCharsets.UTF_8))
          .filter(_ -> bytes.length <= MOST_BYTES);
    } catch (IOException | InvalidPathException _) {
      return Optional.empty();
    }
  }

  private static B4Tracking read(JsonObject tracking) {
    return new B4Tracking(tracking.objects("patches")
        .stream()
        .flatMap(patch -> patch.object("header-info").stream())
        .flatMap(header -> header.text("msgid").stream())
        .map(MessageId::new)
        .toList());
  }
}
