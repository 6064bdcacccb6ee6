package dev.chesterton.index;

import dev.chesterton.mail.Message;
import dev.chesterton.mail.MessageId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What ties a mail to others, as one text: lines of {@code m} (an id of its own), {@code i} (In-Reply-To), {@code r}
 * (References). Ids hold no line breaks.
 */
record LinksCodec(List<MessageId> own, List<MessageId> inReplyTo, List<MessageId> references) {

  static LinksCodec of(Message message) {
    List<MessageId> own = new ArrayList<>(message.otherIds());
    own.addFirst(message.id());
    return new LinksCodec(own, message.inReplyTo(), message.references());
  }

  byte[] pack() {
    StringBuilder packed = new StringBuilder();
    own.forEach(id -> packed.append('m').append(id.value()).append('\n'));
    inReplyTo.forEach(id -> packed.append('i').append(id.value()).append('\n'));
    references.forEach(id -> packed.append('r').append(id.value()).append('\n'));
    return packed.toString().getBytes(StandardCharsets.UTF_8);
  }

  static LinksCodec unpack(byte[] bytes, int offset, int length) {
    List<String> lines = new String(bytes, offset, length, StandardCharsets.UTF_8).lines().toList();
    return new LinksCodec(ids(lines, 'm'), ids(lines, 'i'), ids(lines, 'r'));
  }

  Stream<MessageId> all() {
    return Stream.of(own, inReplyTo, references).flatMap(List::stream);
  }

  private static List<MessageId> ids(List<String> lines, char mark) {
    return lines.stream()
        .filter(line -> line.charAt(0) == mark)
        .map(line -> new MessageId(line.substring(1)))
        .toList();
  }
}
