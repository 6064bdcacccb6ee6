package dev.chesterton.cli.hook;

import dev.chesterton.patch.Subject;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which of the mails of one sending this is.
 *
 * @param number from 1
 */
record SeriesPlace(int number, int total) {

  /**
   * Where a mail stands: git says it since 2.41; before, the command line does where it names files, and else the subject
   * ({@code [PATCH n/m]}). Empty where none does: the mail then reports for itself.
   */
  static Optional<SeriesPlace> of(Path mail, Supplier<Subject> subject, Sender sender,
      Map<String, String> environment) {
    return told(environment).or(() -> sender.placeOf(mail))
        .or(() -> bySubject(mail, subject.get()));
  }

  boolean isLast() {
    return number >= total;
  }

  private static Optional<SeriesPlace> told(Map<String, String> environment) {
    return number(environment.get("GIT_SENDEMAIL_FILE_COUNTER"))
        .flatMap(counter -> number(environment.get("GIT_SENDEMAIL_FILE_TOTAL"))
            .map(total -> new SeriesPlace(counter, total)));
  }

  private static Optional<Integer> number(@org.jspecify.annotations.Nullable String text) {
    return Optional.ofNullable(text)
        .filter(digits -> digits.matches("\\d{1,7}"))
        .map(Integer::valueOf);
  }

  /** A series sent in part ends before its last number: where its folder has no later file. */
  private static Optional<SeriesPlace> bySubject(Path mail, Subject subject) {
    return subject.place()
        .filter(place -> place.total() > 0)
        .map(place -> hasLaterFile(mail)
            ? new SeriesPlace(place.number(), place.total())
            : new SeriesPlace(place.total(), place.total()));
  }

  private static boolean hasLaterFile(Path mail) {
    Path folder = mail.getParent();
    if (folder == null) {
      return false;
    }
    String name = String.valueOf(mail.getFileName());
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder,
        other -> String.valueOf(other.getFileName()).compareTo(name) > 0
            && Files.isRegularFile(other))) {
      return files.iterator().hasNext();
    } catch (IOException e) {
      return false;
    }
  }
}
