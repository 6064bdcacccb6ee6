package dev.chesterton.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.BytesRef;

/** The copies of a mail out of a document. */
final class StoredCopies {
  private StoredCopies() {}

  /** The one that is shown first. */
  static List<Copy> of(StoredFields fields, int number) throws IOException {
    Document document = fields.document(number);
    List<byte[]> bytes = new ArrayList<>();
    for (BytesRef raw : document.getBinaryValues(Fields.RAW)) {
      bytes.add(Arrays.copyOfRange(raw.bytes, raw.offset, raw.offset + raw.length));
    }
    List<Copy> copies = new ArrayList<>();
    for (String place : document.getValues(Fields.PLACE)) {
      copies.add(PlaceCodec.unpack(place, bytes));
    }
    if (copies.isEmpty()) {
      throw new IOException("document " + number + " holds no mail");
    }
    return copies;
  }
}
