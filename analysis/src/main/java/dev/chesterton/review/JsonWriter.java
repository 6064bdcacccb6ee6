package dev.chesterton.review;

import java.io.StringWriter;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes one JSON document field by field, in the order it is called: same value, same bytes. An absent value is
 * {@code null}, so that a field is always there.
 */
public final class JsonWriter {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final int REPLACEMENT = 0xfffd;

  /** DEL and the second row of control characters; they stand in strings alone. */
  private static final Pattern CONTROL = Pattern.compile("[\\x7f-\\x9f]");

  private final JsonGenerator generator;

  private JsonWriter(JsonGenerator generator) {
    this.generator = generator;
  }

  /** An object on one line, without a line end. */
  public static String object(Consumer<JsonWriter> fields) {
    return write(json -> json.fields(fields));
  }

  /** A list of objects on one line, without a line end. */
  public static <T> String array(Collection<T> items, Fields<T> fields) {
    return write(json -> {
      json.generator.writeStartArray();
      items.forEach(item -> json.fields(inner -> fields.accept(inner, item)));
      json.generator.writeEndArray();
    });
  }

  /** Writes the fields of one value. */
  @FunctionalInterface
  public interface Fields<T> {
    void accept(JsonWriter json, T value);
  }

  private static String write(Consumer<JsonWriter> document) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      document.accept(new JsonWriter(generator));
    }
    return escaped(text.toString());
  }

  /** Some terminals obey these as they do those below U+0020, which have to be escaped in any JSON. */
  private static String escaped(String json) {
    return CONTROL.matcher(json)
        .replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0)));
  }

  public JsonWriter text(String name, String value) {
    generator.writeStringProperty(name, wellFormed(value));
    return this;
  }

  public JsonWriter text(String name, Optional<String> value) {
    value.ifPresentOrElse(present -> text(name, present), () -> generator.writeNullProperty(name));
    return this;
  }

  /** Half a character cannot be written in UTF-8; it becomes U+FFFD, as in a mail that cannot be decoded. */
  private static String wellFormed(String value) {
    return value.codePoints().anyMatch(JsonWriter::isHalf)
        ? value.codePoints()
            .map(point -> isHalf(point) ? REPLACEMENT : point)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
        : value;
  }

  private static boolean isHalf(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }

  public JsonWriter number(String name, long value) {
    generator.writeNumberProperty(name, value);
    return this;
  }

  public JsonWriter number(String name, Optional<Integer> value) {
    value.ifPresentOrElse(present -> generator.writeNumberProperty(name, present),
        () -> generator.writeNullProperty(name));
    return this;
  }

  /** Rounded to six places, for what is put in order by it. */
  public JsonWriter score(String name, double value) {
    generator.writeNumberProperty(name, Math.round(value * 1_000_000) / 1_000_000.0);
    return this;
  }

  /** Rounded to three places, so that the text does not depend on the last bit. */
  public JsonWriter share(String name, double value) {
    generator.writeNumberProperty(name, Math.round(value * 1000) / 1000.0);
    return this;
  }

  public JsonWriter flag(String name, boolean value) {
    generator.writeBooleanProperty(name, value);
    return this;
  }

  public JsonWriter object(String name, Consumer<JsonWriter> fields) {
    generator.writeName(name);
    fields(fields);
    return this;
  }

  public <T> JsonWriter object(String name, Optional<T> value, Fields<T> fields) {
    if (value.isEmpty()) {
      generator.writeNullProperty(name);
      return this;
    }
    return object(name, json -> fields.accept(json, value.get()));
  }

  public <T> JsonWriter array(String name, Collection<T> items, Fields<T> fields) {
    generator.writeArrayPropertyStart(name);
    items.forEach(item -> fields(inner -> fields.accept(inner, item)));
    generator.writeEndArray();
    return this;
  }

  public JsonWriter texts(String name, Collection<String> values) {
    generator.writeArrayPropertyStart(name);
    values.forEach(value -> generator.writeString(wellFormed(value)));
    generator.writeEndArray();
    return this;
  }

  private void fields(Consumer<JsonWriter> fields) {
    generator.writeStartObject();
    fields.accept(this);
    generator.writeEndObject();
  }
}
