package dev.chesterton.bench;

import dev.chesterton.change.LineKey;
import dev.chesterton.mail.MessageParser;
import dev.chesterton.patch.PatchParser;
import dev.chesterton.patch.Posting;
import dev.chesterton.source.Arrival;
import dev.chesterton.source.Checkpoint;
import dev.chesterton.source.MailSource;
import dev.chesterton.source.MailSources;
import dev.chesterton.source.RawMail;
import dev.chesterton.source.ReadLimits;
import dev.chesterton.source.Reading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** The way of a mail up to the index, step by step; time is that of all mails of an archive together. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class MailSteps {
  private static final int MOST_MAILS = 5_000;

  /** Any archive that ingest reads. */
  @Param("mbox-samples/removed-worker.mbox")
  public String archive = "";

  private final List<RawMail> mails = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();

  /** Holds the first mails in memory, so that reading them is not measured. */
  @Setup
  public void read() {
    for (MailSource source : MailSources.open(Path.of(archive), ReadLimits.DEFAULT)) {
      try (Reading reading = source.since(Checkpoint.START)) {
        reading.arrivals()
            .filter(Arrival.Arrived.class::isInstance)
            .limit(MOST_MAILS)
            .map(arrival -> ((Arrival.Arrived) arrival).mail())
            .forEach(mails::add);
      }
    }
    for (RawMail mail : mails) {
      PatchParser.read(mail, ReadLimits.DEFAULT)
          .value()
          .message()
          .text()
          .lines()
          .forEach(lines::add);
    }
  }

  /** Headers, MIME parts, charsets. */
  @Benchmark
  public void message(Blackhole sink) {
    mails.forEach(mail -> sink.consume(MessageParser.parse(mail, ReadLimits.DEFAULT)));
  }

  /** All of that, and what a posting says: citations, quotes, trailers, diff, patch-id. */
  @Benchmark
  public void posting(Blackhole sink) {
    mails.forEach(mail -> sink.consume(PatchParser.read(mail, ReadLimits.DEFAULT)));
  }

  /** All of that, and the keys of the changed lines. */
  @Benchmark
  public void lineKeys(Blackhole sink) {
    for (RawMail mail : mails) {
      if (PatchParser.read(mail, ReadLimits.DEFAULT).value() instanceof Posting.Patch patch) {
        sink.consume(patch.change().addedKeys());
        sink.consume(patch.change().removedKeys());
      }
    }
  }

  /** The keys of all lines, nothing else. */
  @Benchmark
  public void keysOfLines(Blackhole sink) {
    lines.forEach(line -> sink.consume(LineKey.of(line)));
  }
}
