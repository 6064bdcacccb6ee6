package dev.chesterton.cli.hook;

import dev.chesterton.settings.FailOn;
import dev.chesterton.settings.RuleSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A server that keeps a store. */
final class ServerCheck implements PatchCheck {

  /** What {@code POST /api/check} takes. */
  private static final int MOST_PATCHES = 50;

  private static final byte[] SEPARATOR = "From chesterton Thu Jan  1 00:00:00 1970\n"
      .getBytes(StandardCharsets.US_ASCII);

  private final CheckServer server;
  private final RuleSettings rules;

  /** What a patch of low rank loses is a check at most; the server looks for that only where it is wanted. */
  private final String only;

  ServerCheck(URI address, Duration timeout, RuleSettings rules) {
    this.server = new CheckServer(address, timeout);
    this.rules = rules;
    this.only = rules.failOn() == FailOn.CHECK ? "" : CheckServer.FINDINGS;
  }

  /** Each is asked about with those around it; what one answer tells of others is used for them, too. */
  @Override
  public List<List<Told>> findings(List<OutgoingMail> asked, List<OutgoingMail> series)
      throws IOException {
    Map<OutgoingMail, List<Told>> known = new HashMap<>();
    for (OutgoingMail mail : asked) {
      if (!known.containsKey(mail)) {
        ask(around(mail, series), known);
      }
    }
    return asked.stream().map(mail -> known.getOrDefault(mail, List.of())).toList();
  }

  private void ask(List<OutgoingMail> sent, Map<OutgoingMail, List<Told>> known)
      throws IOException {
    byte[] answer = server.ask(
        sent.size() == 1 ? sent.getFirst().bytes() : mailbox(sent), only);
    List<List<Told>> told = ServerFindings.read(answer);
    if (told.size() != sent.size()) {
      throw new IOException("%s answers for %d patches, asked about %d"
          .formatted(server.address(), told.size(), sent.size()));
    }
    for (int i = 0; i < sent.size(); i++) {
      known.putIfAbsent(sent.get(i),
          told.get(i).stream().flatMap(one -> one.as(rules).stream()).toList());
    }
  }

  /** The patches of the series, at most as many as may be asked about at once, the one in question among them. */
  private static List<OutgoingMail> around(OutgoingMail mail, List<OutgoingMail> series) {
    List<OutgoingMail> patches = series.stream().filter(OutgoingMail::isPatch).toList();
    int from = Math.max(0, Math.min(patches.indexOf(mail) - MOST_PATCHES / 2,
        patches.size() - MOST_PATCHES));
    return patches.subList(from, Math.min(patches.size(), from + MOST_PATCHES));
  }

  /** As mboxrd. */
  private static byte[] mailbox(List<OutgoingMail> mails) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (OutgoingMail mail : mails) {
      out.writeBytes(SEPARATOR);
      for (byte[] line : lines(mail.bytes())) {
        if (isFromLine(line)) {
          out.write('>');
        }
        out.writeBytes(line);
      }
      out.writeBytes(new byte[]{'\n', '\n'});
    }
    return out.toByteArray();
  }

  private static List<byte[]> lines(byte[] bytes) {
    List<byte[]> lines = new ArrayList<>();
    int from = 0;
    for (int at = 0; at < bytes.length; at++) {
      if (bytes[at] == '\n' || at == bytes.length - 1) {
        lines.add(Arrays.copyOfRange(bytes, from, at + 1));
        from = at + 1;
      }
    }
    return lines;
  }

  private static boolean isFromLine(byte[] line) {
    return new String(line, StandardCharsets.ISO_8859_1).matches("(?s)>*From .*");
  }

  @Override
  public String asked() {
    return server.address();
  }

  @Override
  public void close() {}
}
