package dev.chesterton.index;

import dev.chesterton.mail.MessageId;
import dev.chesterton.source.Arrival;
import dev.chesterton.source.Checkpoint;
import dev.chesterton.source.MailSource;
import dev.chesterton.source.RawMail;
import dev.chesterton.source.ReadLimits;
import dev.chesterton.source.Reading;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Short ways into a store and out of it. */
final class Stores {
  private Stores() {}

  /** Mails that are at hand, as an archive. */
  record Listed(String name, List<Arrival> arrivals) implements MailSource {
    static Listed of(String name, List<RawMail> mails) {
      return new Listed(name, mails.stream()
          .<Arrival>map(mail -> new Arrival.Arrived(mail, Checkpoint.START))
          .toList());
    }

    @Override
    public Reading since(Checkpoint checkpoint) {
      return new Steps(arrivals.stream(), false);
    }
  }

  /** Steps that are at hand. */
  record Steps(Stream<Arrival> arrivals, boolean isRewritten) implements Reading {
    @Override
    public long done() {
      return 0;
    }

    @Override
    public long total() {
      return 0;
    }

    @Override
    public void close() {
      arrivals.close();
    }
  }

  static IngestReport ingest(Path store, String list, RawMail... mails) {
    return ingest(store, list, List.of(mails));
  }

  static IngestReport ingest(Path store, String list, List<RawMail> mails) {
    return ingest(store, list, Listed.of("archive of " + list, mails));
  }

  static IngestReport ingest(Path store, String list, MailSource source) {
    try (IndexUpdate update = IndexUpdate.open(store, "test")) {
      return new Ingest(update, ReadLimits.DEFAULT).mails(list, source);
    }
  }

  static <T> T ask(Path store, Function<Index, T> question) {
    try (Index index = Index.open(store)) {
      return question.apply(index);
    }
  }

  static Optional<StoredMail> mail(Path store, String id) {
    return ask(store, index -> index.mail(new MessageId(id)));
  }

  static List<StoredMail> mails(Path store, String id) {
    return ask(store, index -> index.mails(new MessageId(id)));
  }

  static StoreSummary summary(Path store) {
    return ask(store, Index::summary);
  }

  static Checkpoint checkpoint(Path store, String source) {
    return ask(store, index -> index.checkpoint(source));
  }
}
