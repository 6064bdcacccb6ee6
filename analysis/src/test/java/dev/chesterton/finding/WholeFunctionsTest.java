package dev.chesterton.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.change.Change;
import dev.chesterton.change.DiffLine;
import dev.chesterton.change.DiffParser;
import dev.chesterton.change.FileChange;
import dev.chesterton.change.Hunk;
import java.util.List;
import org.junit.jupiter.api.Test;

class WholeFunctionsTest {
  private static final List<String> BEFORE = """
      static int one(int a)
      {
      \treturn a;
      }

      static int two(int a)
      {
      \tint b = a;

      \tmutex_lock(&lock);
      \tif (!a)
      \t\treturn 0;
      \tb++;
      \tb++;
      \tb++;
      \tb++;
      \tmutex_unlock(&lock);
      \treturn b;
      }

      static int three(int a)
      {
      \treturn a;
      }
      """.lines().toList();

  /** Git names the function above the hunk, though the hunk is in the next one. */
  private static final String DIFF = """
      diff --git a/x.c b/x.c
      --- a/x.c
      +++ b/x.c
      @@ -8,5 +8,4 @@ static int one(int a)
       \tint b = a;

      -\tmutex_lock(&lock);
       \tif (!a)
       \t\treturn 0;
      @@ -16,3 +15,2 @@ static int one(int a)
       \tb++;
      -\tmutex_unlock(&lock);
       \treturn b;
      """;

  private static FileChange file() {
    return DiffParser.parse(DIFF, 1).value().change().files().getFirst();
  }

  private static FileChange widened() {
    return WholeFunctions.around(file(), BEFORE).orElseThrow().widened(file());
  }

  @Test
  void hunksOfOneFunctionBecomeOneThatHoldsIt() {
    FileChange whole = widened();
    assertThat(whole.hunks()).singleElement().satisfies(hunk -> {
      assertThat(hunk.oldStart()).isEqualTo(6);
      assertThat(hunk.newStart()).isEqualTo(6);
      assertThat(hunk.section()).isEmpty();
      assertThat(hunk.lines().stream().filter(line -> !line.isAdded()).map(DiffLine::text))
          .containsExactlyElementsOf(BEFORE.subList(5, 19));
    });
  }

  @Test
  void linesKeepTheirNumbers() {
    Hunk hunk = widened().hunks().getFirst();
    assertThat(hunk.lines()).allSatisfy(line -> {
      if (!line.isAdded()) {
        assertThat(BEFORE.get(line.oldLine() - 1)).isEqualTo(line.text());
      }
    });
    DiffLine last = hunk.lines().getLast();
    assertThat(last.oldLine()).isEqualTo(19);
    assertThat(last.newLine()).isEqualTo(17);
  }

  @Test
  void theFunctionIsKnownThoughTheHeadingSaysAnother() {
    Change asSent = new Change(List.of(file()));
    Change whole = new Change(List.of(widened()));
    assertThat(new LossFinder(List.of(asSent)).find(asSent).calls().getFirst().fence().function())
        .contains("one");
    assertThat(new LossFinder(List.of(whole)).find(whole).calls())
        .extracting(call -> call.fence().function().orElse(""))
        .containsOnly("two");
  }

  @Test
  void whatIsNoCStaysAsItIs() {
    FileChange text = DiffParser.parse(DIFF.replace("x.c", "x.txt"), 1)
        .value()
        .change()
        .files()
        .getFirst();
    assertThat(WholeFunctions.around(text, BEFORE)).isEmpty();
  }

  @Test
  void headingsNameTheFunctionTheHunkBeginsIn() {
    FileChange named = WholeFunctions.around(file(), BEFORE).orElseThrow().named(file());
    assertThat(named.hunks()).extracting(hunk -> hunk.function().orElse(""))
        .containsExactly("two", "two");
    assertThat(named.hunks()).extracting(Hunk::lines)
        .isEqualTo(file().hunks().stream().map(Hunk::lines).toList());
  }

  /** Between two functions git still names the one above. */
  @Test
  void outsideOfFunctionsThereIsNoHeading() {
    FileChange between = DiffParser.parse("""
        diff --git a/x.c b/x.c
        --- a/x.c
        +++ b/x.c
        @@ -5,2 +5,3 @@ static int one(int a)

        +int new;
         static int two(int a)
        """, 1).value().change().files().getFirst();
    FileChange named = WholeFunctions.around(between, BEFORE).orElseThrow().named(between);
    assertThat(named.hunks().getFirst().section()).isEmpty();
  }
}
