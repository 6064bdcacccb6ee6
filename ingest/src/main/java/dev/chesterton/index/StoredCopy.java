package dev.chesterton.index;

import dev.chesterton.mail.Message;
import dev.chesterton.mail.MessageParser;
import dev.chesterton.patch.PatchParser;
import dev.chesterton.patch.Posting;
import dev.chesterton.source.Parsed;
import dev.chesterton.source.Problem;
import dev.chesterton.source.RawMail;
import dev.chesterton.source.ReadLimits;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.BytesRef;

/** The bytes of a mail out of a document, and what they say. */
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

  /** What the rooms before this one make of a mail, with the problems of all of them. */
  static Parsed<Posting> read(RawMail mail, ReadLimits limits) {
    Parsed<Message> message = MessageParser.parse(mail, limits);
    Parsed<Posting> posting = PatchParser.parse(message.value());
    List<Problem> problems = Stream
        .concat(message.problems().stream(), posting.problems().stream())
        .toList();
    return new Parsed<>(posting.value(), problems);
  }
}
