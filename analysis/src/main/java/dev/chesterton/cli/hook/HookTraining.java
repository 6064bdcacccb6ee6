package dev.chesterton.cli.hook;

import dev.chesterton.cli.Outside;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks the samples as the hook does, by the rules alone, by a store and by a server, so that the JVM can note down what
 * it loads ({@code -XX:AOTCacheOutput}); each call of the hook begins with that. The launcher starts it after a build.
 */
final class HookTraining {
  private static final String ANSWER = "{\"message_id\":\"a@b\",\"lines\":[\"x\"],\"findings\":[]}";

  private final Path folder;
  private final List<Path> mails;

  private HookTraining(Path folder, List<Path> mails) {
    this.folder = folder;
    this.mails = mails;
  }

  /**
   * Arguments: {@code rules}, {@code server} or {@code store}, for what one call loads; a store; a folder to work in, which
   * stays filled; mails. By the rules they are checked without the store, and with it a sample that needs none.
   */
  public static void main(String[] arguments) throws IOException {
    List<String> words = List.of(arguments);
    Path folder = Files.createDirectories(Path.of(words.get(2)));
    Path sample = Files.writeString(folder.resolve("sample.patch"), HookTrial.SAMPLE);
    List<Path> mails = words.subList(3, words.size()).stream().map(Path::of).toList();
    HookTraining all = new HookTraining(folder, mails);
    switch (words.getFirst()) {
      case "server" -> all.checkAllByServer();
      case "store" -> all.checkAll("store = " + words.get(1));
      default -> {
        all.checkAll("");
        new HookTraining(folder, List.of(sample, sample)).checkAll("store = " + words.get(1));
      }
    }
    Runtime.getRuntime().halt(0);
  }

  private void checkAllByServer() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofPlatform().daemon().start(() -> answer(server));
      checkAll("checkServer = http://127.0.0.1:" + server.getLocalPort() + "/");
    }
  }

  private void checkAll(String setting) throws IOException {
    Path config = Files.createDirectories(folder.resolve(".config/chesterton")).resolve("config");
    Files.writeString(config, "[chesterton]\n\t" + setting + "\n");
    int number = 0;
    for (Path mail : mails) {
      number++;
      check(mail, number);
      check(mail, 0);
    }
  }

  /** @param number of a series; 0 for a mail that is sent alone */
  private void check(Path mail, int number) {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false,
        StandardCharsets.UTF_8);
    Map<String, String> environment = new HashMap<>(Outside.ofThisProcess().environment());
    environment.put("HOME", folder.toString());
    environment.remove("XDG_CONFIG_HOME");
    environment.remove("XDG_CACHE_HOME");
    if (number > 0) {
      environment.put("GIT_SENDEMAIL_FILE_COUNTER", number + "");
      environment.put("GIT_SENDEMAIL_FILE_TOTAL", mails.size() + "");
    }
    Outside outside = new Outside(new ByteArrayInputStream(new byte[0]), nowhere, nowhere,
        Clock.systemUTC(), environment, folder);
    HookMain.decide(List.of("--", mail.toAbsolutePath().toString()), outside);
    SendHook.run(new HookCall(mail.toAbsolutePath(), false, true), outside,
        Optional.of(new Sender("1-1", List.of())));
  }

  /** Answers each request the same, until the socket is closed. */
  private static void answer(ServerSocket server) {
    try {
      while (!server.isClosed()) {
        try (Socket asked = server.accept()) {
          drain(asked.getInputStream());
          asked.getOutputStream()
              .write(("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                  + ANSWER.length() + "\r\nConnection: close\r\n\r\n" + ANSWER)
                  .getBytes(StandardCharsets.US_ASCII));
        }
      }
    } catch (IOException e) {
      // The training is over.
    }
  }

  /** Reads what has come with the request; more than that is not waited for. */
  private static void drain(InputStream in) throws IOException {
    byte[] buffer = new byte[1 << 16];
    int read = in.read(buffer);
    while (read > 0 && in.available() > 0) {
      read = in.read(buffer);
    }
  }
}
