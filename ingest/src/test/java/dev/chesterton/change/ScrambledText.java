package dev.chesterton.change;

import java.util.List;
import java.util.Random;

/** Makes texts that look a little like mails, out of the pieces that parsers stumble over. */
public final class ScrambledText {

  private static final List<String> PIECES = List.of("diff --git a/x.c b/x.c\n",
      "diff --git \"a/\\303\\251\\q b/", "--- a/x.c\n", "+++ b/x.c\n", "--- /dev/null\n", "---\n",
      "@@ -1,3 +1,4 @@ void f(void)\n", "@@ -0,0 +1 @@\n", "@@ -99999999999,1 +2 @@\n",
      "@@@ -1 -1 +1 @@@\n",
      "+\tadded();\n", "-\tremoved();\n", " \tcontext();\n", "\n", "\\ No newline at end of file\n",
      "-- \n2.39.5\n", "GIT binary patch\nliteral 5\n", "rename from ", "new file mode 100644\n",
      "index 123..456\n", "Fixes: 771ed689d2cd (\"fs: a title that\n", "> ", ">> wraps\")\n",
      "Reviewed-by: A <a@b.example>\n", "[name: note\n", "commit 87826df0ec36 (\"", "\")", "(", "[",
      "https://lore.kernel.org/r/%zz%40@x/", "<2022.1@xxxx>", "generic/208-", "f+0x1/0x2\n", "\r",
      "On Fri, A <a@b.example> wrote:\n", "-- >8 --\n", "From: B <b@c.example>\n", "\u0000",
      "\ud800",
      "Re: ", "[PATCH v2 3/7] ", "]", ":", ",", "'", "\t", "0123456789abcdef", "#");

  private ScrambledText() {}

  public static String of(Random random, int pieces) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }
}
