package dev.chesterton.index;

import dev.chesterton.source.RawMail;
import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.BytesRef;

/** The bytes of a mail out of a document. */
final class StoredCopy {
  private StoredCopy() {}

  static RawMail raw(StoredFields fields, int number) throws IOException {
    Document document = fields.document(number);
    BytesRef raw = document.getBinaryValue(Fields.RAW);
    String place = document.get(Fields.PLACE);
    if (raw == null || place == null) {
      throw new IOException("document " + number + " holds no mail");
    }
    byte[] bytes = Arrays.copyOfRange(raw.bytes, raw.offset, raw.offset + raw.length);
    return PlaceCodec.unpack(place, bytes);
  }
}
