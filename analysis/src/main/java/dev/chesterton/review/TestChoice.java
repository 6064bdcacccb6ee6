package dev.chesterton.review;

import dev.chesterton.index.Head.MailHead;
import dev.chesterton.link.Attempt;
import dev.chesterton.link.Excerpt;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Chooses the tests worth running first: those named in the thread of the patch, then those named near it. */
final class TestChoice {
  private static final int MOST = 3;

  private final Set<String> thread;
  private final Set<String> attempts;

  /** Where a test is named, nearest first. */
  enum Where {
    THREAD("this thread"), ATTEMPT("an earlier attempt"), ELSEWHERE("mails on the same code");

    private final String words;

    Where(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /** @param test with the places nearest to the patch first */
  record Chosen(NamedTest test, Where where) {}

  TestChoice(List<MailHead> thread, List<Attempt> attempts) {
    this.thread = thread.stream().map(MailHead::key).collect(Collectors.toSet());
    this.attempts = attempts.stream()
        .flatMap(attempt -> Stream.concat(Stream.of(attempt.patch().key()),
            attempt.answers().stream().map(words -> words.source().key())))
        .collect(Collectors.toSet());
  }

  /** The best ones; of tests as near as each other, in the order given. */
  List<Chosen> best(List<NamedTest> tests) {
    return tests.stream()
        .map(this::chosen)
        .sorted(Comparator.comparing(Chosen::where))
        .limit(MOST)
        .toList();
  }

  private Chosen chosen(NamedTest test) {
    List<Excerpt> own = test.namedIn().stream().filter(words -> !isQuote(words)).toList();
    List<Excerpt> nearest = (own.isEmpty() ? test.namedIn() : own).stream()
        .sorted(Comparator.comparing(this::where))
        .toList();
    return new Chosen(new NamedTest(test.name(), nearest, test.run()),
        where(nearest.getFirst()));
  }

  private static boolean isQuote(Excerpt words) {
    return words.words().startsWith(">");
  }

  private Where where(Excerpt words) {
    String key = words.source().key();
    return thread.contains(key) ? Where.THREAD
        : attempts.contains(key) ? Where.ATTEMPT : Where.ELSEWHERE;
  }
}
