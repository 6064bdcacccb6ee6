package dev.chesterton.index;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.BytesRef;

/** Packs the ids of the copies of a document into bytes and back: three numbers each, then the length and the list. */
final class CopiesCodec {
  private static final int FIXED = 3 * Long.BYTES + Integer.BYTES;

  private CopiesCodec() {}

  static byte[] pack(List<CopyId> copies) {
    int length = 0;
    List<byte[]> lists = new ArrayList<>(copies.size());
    for (CopyId copy : copies) {
      byte[] list = copy.list().getBytes(StandardCharsets.UTF_8);
      lists.add(list);
      length += FIXED + list.length;
    }
    ByteBuffer packed = ByteBuffer.allocate(length);
    for (int i = 0; i < lists.size(); i++) {
      CopyId copy = copies.get(i);
      packed.putLong(copy.source()).putLong(copy.bytes()).putLong(copy.place());
      packed.putInt(lists.get(i).length).put(lists.get(i));
    }
    return packed.array();
  }

  static List<CopyId> unpack(BytesRef bytes) {
    ByteBuffer packed = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
    List<CopyId> copies = new ArrayList<>();
    while (packed.hasRemaining()) {
      long source = packed.getLong();
      long hash = packed.getLong();
      long place = packed.getLong();
      byte[] list = new byte[packed.getInt()];
      packed.get(list);
      copies.add(new CopyId(new String(list, StandardCharsets.UTF_8), source, hash, place));
    }
    return copies;
  }
}
