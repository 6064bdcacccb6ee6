package dev.chesterton.mail;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.ParserCursor;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.ByteSequence;
import org.apache.james.mime4j.util.ContentUtil;
import org.apache.james.mime4j.util.MimeParameterMapping;

/**
 * Value and parameters of a {@code Content-Type} or {@code Content-Disposition} (RFC 2045, section 5.1; RFC 2231).
 *
 * @param value lower case: {@code text/plain}, {@code attachment}
 */
record ContentType(String value, Map<String, String> parameters) {

  private static final ContentType NONE = new ContentType("", Map.of());

  static ContentType of(String field) {
    if (field.isEmpty()) {
      return NONE;
    }
    ByteSequence bytes = ContentUtil.encode(StandardCharsets.UTF_8, field);
    RawBody body = RawFieldParser.DEFAULT.parseRawBody(bytes, new ParserCursor(0, bytes.length()));
    MimeParameterMapping mapping = new MimeParameterMapping();
    for (NameValuePair pair : body.getParams()) {
      if (pair.getName() != null && pair.getValue() != null) {
        mapping.addParameter(pair.getName(), pair.getValue());
      }
    }
    return new ContentType(body.getValue().strip().toLowerCase(Locale.ROOT),
        Map.copyOf(mapping.getParameters()));
  }

  /** Empty where the parameter is absent; encoded words in it, which RFC 2047 forbids, are decoded. */
  String parameter(String name) {
    return EncodedWords.decode(parameters.getOrDefault(name, ""));
  }

  boolean isText() {
    return value.startsWith("text/");
  }

  boolean isMultipart() {
    return value.startsWith("multipart/");
  }
}
