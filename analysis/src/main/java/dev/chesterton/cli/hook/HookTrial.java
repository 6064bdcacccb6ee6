package dev.chesterton.cli.hook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What the hook does with a sample mail, tried as git would: through the launcher. What ran there before is not called, it
 * might do more than check.
 *
 * @param works the sample was checked
 * @param words what was printed
 */
public record HookTrial(boolean works, String words) {
  private static final int MOST_SECONDS = 60;
  private static final int MOST_BYTES = 64 << 10;

  /** A patch with a zero-width space in a name. */
  static final String SAMPLE = """
      From: Sample <sample@example.org>
      Subject: [PATCH] sample: a name that is another one than it looks
      Content-Type: text/plain; charset=UTF-8
      Content-Transfer-Encoding: 8bit

      Nobody sees what is wrong with it.
      ---
       sample.c | 2 +-
       1 file changed, 1 insertion(+), 1 deletion(-)

      diff --git a/sample.c b/sample.c
      --- a/sample.c
      +++ b/sample.c
      @@ -1,3 +1,3 @@
       int sample(int last)
       {
      -	return last;
      +	return l\u200bast;
      """;

  /** Runs the launcher with the sample; strict, so that trouble shows. */
  public static HookTrial of(Path launcher, Map<String, String> environment) throws IOException {
    Path folder = Files.createTempDirectory("chesterton");
    Path mail = folder.resolve("sample.patch");
    try {
      Files.writeString(mail, SAMPLE);
      ProcessBuilder builder = new ProcessBuilder(
          List.of(launcher.toString(), "hook", "run", "--strict", "-v", "--", mail.toString()))
          .redirectErrorStream(true)
          .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
      builder.environment().clear();
      builder.environment().putAll(environment);
      return answer(builder.start());
    } finally {
      Files.deleteIfExists(mail);
      Files.deleteIfExists(folder);
    }
  }

  private static HookTrial answer(Process hook) throws IOException {
    try {
      String words = new String(hook.getInputStream().readNBytes(MOST_BYTES),
          StandardCharsets.UTF_8);
      boolean ended = hook.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
      int code = ended ? hook.exitValue() : -1;
      // The rule may be off, or failOn never.
      boolean works = code == 0 || code == 1 && words.contains("[hidden-direction]");
      return new HookTrial(works, words.strip());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      hook.destroy();
    }
  }
}
