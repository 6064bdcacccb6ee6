package dev.chesterton.index;

import dev.chesterton.change.FilePath;
import dev.chesterton.change.LineKeys;
import dev.chesterton.change.PatchId;
import dev.chesterton.mail.Mailbox;
import dev.chesterton.mail.MessageId;
import dev.chesterton.patch.ChangeId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Packs what a {@link ChangeDigest} holds besides its head into bytes, and back. */
final class DigestCodec {
  private static final int PATCH_ID_BYTES = 20;

  private DigestCodec() {}

  static byte[] pack(ChangeDigest digest) {
    List<byte[]> texts = new ArrayList<>();
    texts.add(utf8(digest.title()));
    texts.add(utf8(digest.author().name()));
    texts.add(utf8(digest.author().address()));
    texts.add(utf8(digest.changeId().map(ChangeId.OfPatch::value).orElse("")));
    digest.paths().forEach(path -> texts.add(utf8(path.value())));
    digest.links().forEach(link -> texts.add(utf8(link.value())));
    List<LineKeys> keys = List.of(digest.added(), digest.removed(), digest.log());
    ByteBuffer packed = ByteBuffer.allocate(size(texts, keys));
    keys.forEach(set -> put(packed, set));
    byte[] id = digest.patchId()
        .map(found -> HexFormat.of().parseHex(found.hex()))
        .orElse(new byte[0]);
    packed.putInt(id.length).put(id).putInt(digest.paths().size()).putInt(digest.links().size());
    texts.forEach(text -> packed.putInt(text.length).put(text));
    return Arrays.copyOf(packed.array(), packed.position());
  }

  /** Room for all, a patch-id included. */
  private static int size(List<byte[]> texts, List<LineKeys> keys) {
    int size = 3 * Integer.BYTES + PATCH_ID_BYTES;
    for (byte[] text : texts) {
      size += Integer.BYTES + text.length;
    }
    for (LineKeys set : keys) {
      size += Integer.BYTES + set.size() * Long.BYTES;
    }
    return size;
  }

  static ChangeDigest unpack(Head head, byte[] bytes, int offset, int length) {
    ByteBuffer packed = ByteBuffer.wrap(bytes, offset, length);
    LineKeys added = keys(packed);
    LineKeys removed = keys(packed);
    LineKeys log = keys(packed);
    Optional<PatchId> patchId = patchId(packed);
    int paths = packed.getInt();
    int links = packed.getInt();
    String title = text(packed);
    Mailbox author = new Mailbox(text(packed), text(packed));
    String changeId = text(packed);
    List<FilePath> files = new ArrayList<>(paths);
    for (int i = 0; i < paths; i++) {
      files.add(new FilePath(text(packed)));
    }
    List<MessageId> named = new ArrayList<>(links);
    for (int i = 0; i < links; i++) {
      named.add(new MessageId(text(packed)));
    }
    return new ChangeDigest(head, title, author, added, removed, log, files, patchId,
        changeId.isEmpty() ? Optional.empty() : Optional.of(new ChangeId.OfPatch(changeId)), named);
  }

  private static Optional<PatchId> patchId(ByteBuffer packed) {
    byte[] id = new byte[packed.getInt()];
    packed.get(id);
    return id.length == 0 ? Optional.empty()
        : Optional.of(new PatchId(HexFormat.of().formatHex(id)));
  }

  private static void put(ByteBuffer packed, LineKeys keys) {
    packed.putInt(keys.size());
    keys.stream().forEach(packed::putLong);
  }

  private static LineKeys keys(ByteBuffer packed) {
    long[] values = new long[packed.getInt()];
    packed.asLongBuffer().get(values);
    packed.position(packed.position() + values.length * Long.BYTES);
    return LineKeys.ofSorted(values);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(ByteBuffer packed) {
    int length = packed.getInt();
    int from = packed.arrayOffset() + packed.position();
    packed.position(packed.position() + length);
    return new String(packed.array(), from, length, StandardCharsets.UTF_8);
  }
}
