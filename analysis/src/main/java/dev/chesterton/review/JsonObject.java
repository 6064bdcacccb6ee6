package dev.chesterton.review;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;

import tools.jackson.core.json.JsonFactory;

/**
 * One JSON object read back, as {@link JsonWriter} wrote it: what was kept on disk. A field that is missing, null or of
 * another type is an absent one, so that a newer reader takes what an older writer left.
 */
public final class JsonObject {

  /** Deeper than anything we write. */
  private static final int MAX_DEPTH = 8;

  private static final JsonFactory FACTORY = JsonFactory.builder()
      .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
      .build();

  private final Map<String, Object> fields;

  private JsonObject(Map<String, Object> fields) {
    this.fields = fields;
  }

  /** The object a text holds; empty where the text is anything else, or broken off. */
  public static Optional<JsonObject> read(String json) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      JsonObject object = new JsonObject(fields(parser));
      return parser.nextToken() == null ? Optional.of(object) : Optional.empty();
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  private static Map<String, Object> fields(JsonParser parser) {
    Map<String, Object> fields = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      value(parser, parser.nextToken()).ifPresent(value -> fields.put(name, value));
    }
    return fields;
  }

  /** As deep as {@link #MAX_DEPTH} at most. */
  private static Optional<Object> value(JsonParser parser, JsonToken token) {
    return switch (token) {
      case VALUE_STRING -> Optional.of(parser.getString());
      case VALUE_NUMBER_INT -> Optional.of(parser.getLongValue());
      case VALUE_NUMBER_FLOAT -> Optional.of(parser.getDoubleValue());
      case VALUE_TRUE -> Optional.of(true);
      case VALUE_FALSE -> Optional.of(false);
      case START_OBJECT -> Optional.of(new JsonObject(fields(parser)));
      case START_ARRAY -> Optional.of(items(parser));
      default -> Optional.empty();
    };
  }

  private static List<Object> items(JsonParser parser) {
    List<Object> items = new ArrayList<>();
    for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser
        .nextToken()) {
      value(parser, token).ifPresent(items::add);
    }
    return items;
  }

  private <T> Optional<T> field(String name, Class<T> type) {
    return Optional.ofNullable(fields.get(name)).filter(type::isInstance).map(type::cast);
  }

  public Optional<String> text(String name) {
    return field(name, String.class);
  }

  public Optional<Long> number(String name) {
    return field(name, Long.class);
  }

  public Optional<Instant> instant(String name) {
    return text(name).flatMap(text -> {
      try {
        return Optional.of(Instant.parse(text));
      } catch (DateTimeParseException _) {
        return Optional.empty();
      }
    });
  }

  /** False where it is absent. */
  public boolean flag(String name) {
    return field(name, Boolean.class).orElse(false);
  }

  public Optional<JsonObject> object(String name) {
    return field(name, JsonObject.class);
  }

  public List<JsonObject> objects(String name) {
    return items(name, JsonObject.class);
  }

  public List<String> texts(String name) {
    return items(name, String.class);
  }

  private <T> List<T> items(String name, Class<T> type) {
    return field(name, List.class).map(list -> ofType((List<?>) list, type)).orElse(List.of());
  }

  private static <T> List<T> ofType(List<?> items, Class<T> type) {
    return items.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
