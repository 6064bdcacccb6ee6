package dev.chesterton.web;

import dev.chesterton.web.door.Refusal;
import java.util.Map;
import java.util.Optional;

/**
 * What a question over the Model Context Protocol says; anybody may have written it.
 *
 * @param values by name, as JSON has them
 */
record McpArguments(Map<String, Object> values) {

  McpArguments {
    values = Map.copyOf(values);
  }

  Optional<String> text(String name) {
    Object value = values.get(name);
    if (value != null && !(value instanceof String)) {
      throw Refusal.badRequest(name + " is no text");
    }
    return Optional.ofNullable((String) value).filter(text -> !text.isBlank());
  }

  /**
   * A text without which there is no answer.
   *
   * @param most longest, in characters
   */
  String needed(String name, int most) {
    String text = text(name).orElseThrow(() -> Refusal.badRequest(name + " is missing"));
    if (text.length() > most) {
      throw Refusal.badRequest("%s has %d characters, more than %d".formatted(name, text.length(),
          most));
    }
    return text;
  }

  int number(String name, int standard, int most) {
    Object value = values.getOrDefault(name, standard);
    if (!(value instanceof Number number) || number.longValue() < 0
        || number.longValue() > most) {
      throw Refusal.badRequest(name + " is a number from 0 to " + most);
    }
    return number.intValue();
  }
}
