package dev.chesterton;

import dev.chesterton.source.Arrival;
import dev.chesterton.source.Checkpoint;
import dev.chesterton.source.MailSources;
import dev.chesterton.source.ReadLimits;
import dev.chesterton.source.Reading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An epoch of a public-inbox in the making: each step adds a mail, or takes one back. */
public final class MailEpoch {
  private final ByteArrayOutputStream stream = new ByteArrayOutputStream();
  private int clock = 1_735_689_600;

  /** The mails of a sample mailbox, in its order. */
  public static List<String> sample(String name) {
    List<String> mails = new ArrayList<>();
    try (Reading reading = MailSources.open(Checkout.sample(name), ReadLimits.DEFAULT)
        .getFirst()
        .since(Checkpoint.START)) {
      reading.arrivals().forEach(arrival -> {
        if (arrival instanceof Arrival.Arrived arrived) {
          mails.add(new String(arrived.mail().bytes(), StandardCharsets.UTF_8));
        }
      });
    }
    return mails;
  }

  public MailEpoch add(List<String> mails) {
    mails.forEach(mail -> commit("m", mail));
    return this;
  }

  public MailEpoch add(String mail) {
    return add(List.of(mail));
  }

  public MailEpoch takeBack(String mail) {
    commit("d", mail);
    return this;
  }

  private void commit(String file, String mail) {
    write("commit refs/heads/master\ncommitter list <list@example.org> " + clock++ + " +0000\n");
    data("subject\n");
    write("deleteall\nM 100644 inline " + file + "\n");
    data(mail);
  }

  private void data(String text) {
    write("data " + text.getBytes(StandardCharsets.UTF_8).length + "\n" + text + "\n");
  }

  private void write(String text) {
    stream.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes all steps so far into a bare repository, in place of what it had. */
  public Path write(Path bare) throws IOException {
    Path file = Files.createTempFile("epoch", ".fi");
    try {
      Files.write(file, stream.toByteArray());
      return Git.fastImport(file, bare);
    } finally {
      Files.delete(file);
    }
  }
}
