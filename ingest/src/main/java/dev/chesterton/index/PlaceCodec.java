package dev.chesterton.index;

import dev.chesterton.source.Provenance;
import dev.chesterton.source.RawMail;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Where a stored mail came from and what form its bytes have, as one line of text and back. */
final class PlaceCodec {
  private static final String SEPARATOR = "\u0000";

  private PlaceCodec() {}

  static String pack(RawMail raw) {
    return String.join(SEPARATOR, switch (raw.provenance()) {
      case Provenance.InFile(Path file, long offset) ->
        List.of(raw.form().name(), "file", file.toString(), Long.toString(offset));
      case Provenance.InEpoch(Path epoch, String commit, Instant committed) ->
        List.of(raw.form().name(), "epoch", epoch.toString(), commit,
            Long.toString(committed.getEpochSecond()));
    });
  }

  static RawMail unpack(String packed, byte[] bytes) {
    List<String> parts = List.of(packed.split(SEPARATOR, -1));
    RawMail.Form form = RawMail.Form.valueOf(parts.get(0));
    Path path = Path.of(parts.get(2));
    Provenance provenance = parts.get(1).equals("file")
        ? new Provenance.InFile(path, Long.parseLong(parts.get(3)))
        : new Provenance.InEpoch(path, parts.get(3),
            Instant.ofEpochSecond(Long.parseLong(parts.get(4))));
    return new RawMail(bytes, provenance, form);
  }
}
