package dev.chesterton.cli.hook;

import dev.chesterton.finding.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the findings out of what a server answered, and passes over everything else. Depth and lengths are held by
 * Jackson's own limits.
 */
public final class ServerFindings {

  /** More than any patch has; further ones are passed over. */
  private static final int MOST_FINDINGS = 1_000;

  private final JsonParser json;

  private ServerFindings(JsonParser json) {
    this.json = json;
  }

  /**
   * The findings of each patch, in the order of the answer.
   *
   * @throws IOException where it is not what {@code POST /api/check} answers
   */
  public static List<List<Told>> read(byte[] answer) throws IOException {
    try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), answer)) {
      return new ServerFindings(json).document();
    } catch (JacksonException e) {
      throw new IOException("the answer is no JSON of a check: " + e.getOriginalMessage(), e);
    }
  }

  private List<List<Told>> document() throws IOException {
    List<List<Told>> all = new ArrayList<>();
    JsonToken first = json.nextToken();
    if (first == JsonToken.START_OBJECT) {
      all.add(review());
    } else if (first == JsonToken.START_ARRAY) {
      while (json.nextToken() == JsonToken.START_OBJECT) {
        all.add(review());
      }
    } else {
      throw new IOException("the answer is no JSON of a check");
    }
    return all;
  }

  private List<Told> review() throws IOException {
    List<Told> told = new ArrayList<>();
    boolean hasFindings = false;
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String field = json.currentName();
      if (json.nextToken() == JsonToken.START_ARRAY && field.equals("findings")) {
        hasFindings = true;
        while (json.nextToken() == JsonToken.START_OBJECT) {
          Told finding = finding();
          if (told.size() < MOST_FINDINGS) {
            told.add(finding);
          }
        }
      } else {
        json.skipChildren();
      }
    }
    if (!hasFindings) {
      throw new IOException("the answer has no findings");
    }
    return told;
  }

  private Told finding() throws IOException {
    Map<String, String> fields = new HashMap<>();
    List<String> evidence = new ArrayList<>();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String field = json.currentName();
      JsonToken value = json.nextToken();
      if (field.equals("place") && value == JsonToken.START_OBJECT) {
        fields.put("place", place());
      } else if (field.equals("evidence") && value == JsonToken.START_ARRAY) {
        readIds(evidence);
      } else if (value == JsonToken.VALUE_STRING) {
        fields.put(field, json.getString());
      } else {
        json.skipChildren();
      }
    }
    return new Told(needed(fields, "rule"), severity(needed(fields, "severity")),
        needed(fields, "place"), needed(fields, "claim"), evidence);
  }

  /** In whole reviews these are objects, and passed over. */
  private void readIds(List<String> ids) {
    JsonToken next = json.nextToken();
    while (next != JsonToken.END_ARRAY && next != null) {
      if (next == JsonToken.VALUE_STRING) {
        ids.add(json.getString());
      } else {
        json.skipChildren();
      }
      next = json.nextToken();
    }
  }

  private String place() {
    String path = "message";
    String line = "";
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String field = json.currentName();
      JsonToken value = json.nextToken();
      if (field.equals("path") && value == JsonToken.VALUE_STRING) {
        path = json.getString();
      } else if (field.equals("from_line") && value == JsonToken.VALUE_NUMBER_INT) {
        line = json.getString();
      } else {
        json.skipChildren();
      }
    }
    return path + ":" + line;
  }

  private static String needed(Map<String, String> fields, String field) throws IOException {
    String value = fields.get(field);
    if (value == null) {
      throw new IOException("a finding of the answer has no '" + field + "'");
    }
    return value;
  }

  private static Severity severity(String word) throws IOException {
    try {
      return Severity.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IOException("the answer has the severity '" + word + "'", e);
    }
  }
}
