package dev.chesterton.source;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a {@code manifest.js.gz}: an object with one member for each repository, named by its path (grokmirror, "The
 * manifest"; public-inbox writes the same). Only the path and the fingerprint are looked at; {@code reference} and
 * {@code symlinks}, which name other repositories, are passed over.
 */
final class Manifest {
  private static final int MAX_NAMED = 20;
  private static final int MAX_SHOWN_CHARS = 120;
  private static final int MAX_TEXT_CHARS = 64 << 10;
  private static final int MAX_DEPTH = 10;
  private static final long FREE_BYTES = 16L << 20;
  private static final int MAX_RATIO = 200;

  private final String place;
  private final MirrorLimits limits;
  private final List<ManifestEntry> entries = new ArrayList<>();
  private final List<Problem> refused = new ArrayList<>();
  private int read;
  private int unnamed;

  private Manifest(String place, MirrorLimits limits) {
    this.place = place;
    this.limits = limits;
  }

  /**
   * The entries that are lists or epochs of lists; what is refused is named.
   *
   * @param place where it comes from, for messages
   * @throws IOException when it breaks off, is no gzip or no JSON object, or is beyond the limits
   */
  static Parsed<List<ManifestEntry>> read(InputStream packed, String place, MirrorLimits limits)
      throws IOException {
    Manifest manifest = new Manifest(place, limits);
    // The count has to sit below the decoder.
    LimitedStream counted = new LimitedStream(packed, limits.answerBytes(), limits.answerTime());
    try (InputStream in = new Unzipped(counted, limits.manifestBytes());
        JsonParser json = factory().createParser(ObjectReadContext.empty(), in)) {
      manifest.readAll(json);
    } catch (JacksonException e) {
      throw new IOException("not the JSON of a manifest: " + Cause.of(e));
    }
    return new Parsed<>(manifest.entries, manifest.problems());
  }

  private static JsonFactory factory() {
    // Names of strangers would only fill the table that makes known ones cheap.
    return JsonFactory.builder()
        .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
        .streamReadConstraints(StreamReadConstraints.builder()
            .maxNestingDepth(MAX_DEPTH)
            .maxNameLength(MAX_TEXT_CHARS)
            .maxStringLength(MAX_TEXT_CHARS)
            .build())
        .build();
  }

  private void readAll(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new IOException("not the JSON of a manifest: it holds no object");
    }
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      read++;
      if (read > limits.manifestEntries()) {
        throw new IOException("a manifest of more than " + limits.manifestEntries() + " entries");
      }
      readEntry(json);
    }
  }

  private void readEntry(JsonParser json) {
    String path = json.currentName();
    if (json.nextToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      refuse(path, "is no object");
      return;
    }
    Optional<String> fingerprint = fingerprint(json);
    ManifestEntry.of(path, fingerprint)
        .ifPresentOrElse(entries::add, () -> refuse(path, "is neither a list nor an epoch of one"));
  }

  private static Optional<String> fingerprint(JsonParser json) {
    Optional<String> fingerprint = Optional.empty();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean isWanted = json.currentName().equals("fingerprint");
      if (json.nextToken() == JsonToken.VALUE_STRING && isWanted) {
        fingerprint = Optional.of(json.getString());
      }
      json.skipChildren();
    }
    return fingerprint;
  }

  private void refuse(String path, String why) {
    if (refused.size() >= MAX_NAMED) {
      unnamed++;
      return;
    }
    String shown = path.length() <= MAX_SHOWN_CHARS
        ? path
        : path.substring(0, MAX_SHOWN_CHARS) + "...";
    refused.add(new Problem(place, "'" + shown + "' " + why + ": left out"));
  }

  private List<Problem> problems() {
    if (unnamed > 0) {
      refused.add(new Problem(place, unnamed + " further entries are left out"));
    }
    return refused;
  }

  /** Stops what unpacks beyond all reason, by the rule of {@link Unpacked}. */
  private static final class Unzipped extends FilterInputStream {
    private final LimitedStream packed;
    private final long maxBytes;
    private long count;

    Unzipped(LimitedStream packed, long maxBytes) throws IOException {
      super(new GZIPInputStream(new BufferedInputStream(packed)));
      this.packed = packed;
      this.maxBytes = maxBytes;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count += Math.max(read, 0);
      if (count > maxBytes) {
        throw new IOException("it unpacks to more than " + maxBytes + " bytes");
      }
      if (count > FREE_BYTES && count > packed.count() * MAX_RATIO) {
        throw new IOException("it unpacks to more than " + MAX_RATIO + " times its size");
      }
      return read;
    }
  }
}
