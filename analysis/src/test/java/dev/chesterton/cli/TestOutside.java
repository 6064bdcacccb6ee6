package dev.chesterton.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** A world for one call of the command line: a folder as home, a stopped clock, streams in memory. */
public final class TestOutside {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Path home;
  private final boolean terminal;
  private final LongSupplier nanoTime;
  private final Map<String, String> environment = new HashMap<>();

  public TestOutside(Path home) {
    this(home, false, () -> 0);
  }

  /** With standard error on a terminal or not, and a clock of the test's own. */
  TestOutside(Path home, boolean terminal, LongSupplier nanoTime) {
    this.home = home;
    this.terminal = terminal;
    this.nanoTime = nanoTime;
    environment.put("HOME", home.toString());
  }

  /** The same with another variable in its environment. */
  TestOutside with(String variable, String value) {
    TestOutside other = new TestOutside(home, terminal, nanoTime);
    other.environment.putAll(environment);
    other.environment.put(variable, value);
    return other;
  }

  /** Runs one verb and gives its exit code; what it printed is kept from this run alone. */
  public int run(String... arguments) {
    return runWith(new byte[0], arguments);
  }

  public int runWith(byte[] in, String... arguments) {
    out.reset();
    err.reset();
    Outside outside = new Outside(new ByteArrayInputStream(in), print(out), print(err),
        Clock.fixed(Instant.parse(
            "2026-01-02T03:04:05Z"), ZoneOffset.UTC),
        Map.copyOf(environment), home, terminal, nanoTime);
    return Main.run(arguments, outside, WebServer.ABSENT);
  }

  public String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  /** As it was written. */
  public byte[] bytes() {
    return out.toByteArray();
  }

  public String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private static PrintStream print(ByteArrayOutputStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }
}
