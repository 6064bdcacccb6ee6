package dev.chesterton.cli;

import dev.chesterton.Checkout;
import dev.chesterton.source.Arrival;
import dev.chesterton.source.Checkpoint;
import dev.chesterton.source.MailSource;
import dev.chesterton.source.MailSources;
import dev.chesterton.source.RawMail;
import dev.chesterton.source.ReadLimits;
import dev.chesterton.source.Reading;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Mails of the samples by themselves. */
final class Samples {
  private Samples() {}

  /** One of them as it comes through standard input. */
  static byte[] mail(String sample, String id) {
    List<byte[]> mails = new ArrayList<>();
    for (MailSource source : MailSources.open(Checkout.sample(sample), ReadLimits.DEFAULT)) {
      try (Reading reading = source.since(Checkpoint.START)) {
        reading.arrivals().forEach(arrival -> {
          if (arrival instanceof Arrival.Arrived(RawMail mail, _)) {
            mails.add(mail.bytes());
          }
        });
      }
    }
    return mails.stream()
        .filter(mail -> new String(mail, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT)
            .contains("message-id: <" + id))
        .findFirst()
        .orElseThrow();
  }
}
