package dev.chesterton.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

@Command(name = "version", description = "print the version of this program and of the Java it runs on")
final class VersionCommand extends Verb {

  /** Asked for by {@code --version} alone, since to look it up takes a while. */
  static final IVersionProvider PROVIDER = () -> new String[]{line()};

  private final Outside outside;

  VersionCommand(Outside outside) {
    this.outside = outside;
  }

  @Override
  ExitCode run() {
    outside.out().println(line());
    return ExitCode.OK;
  }

  private static String line() {
    return "chesterton " + version() + " (Java " + Runtime.version() + ")";
  }

  /** The version of the build, as the parent pom states it. */
  static String version() {
    Properties properties = new Properties();
    try (InputStream stream = VersionCommand.class.getResourceAsStream("version.properties")) {
      if (stream == null) {
        throw new IllegalStateException("version.properties is missing from the class path");
      }
      properties.load(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version", "");
  }
}
