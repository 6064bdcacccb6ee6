package dev.chesterton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chesterton.Checkout;
import dev.chesterton.SampleStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Terse output in the quickfix list of the vim of this machine. */
class QuickfixTest {
  @TempDir
  private Path home;

  @Test
  void vimOpensEachFindingAtItsLine() throws Exception {
    Programs.require("vim");
    SampleStore samples = SampleStore.in(home.resolve("samples"));
    TestOutside outside = new TestOutside(home);
    outside.run("--store", samples.folder().toString(), "check", "--terse", SampleStore.REMOVAL,
        Checkout.sample("fixes-mismatch.mbox").toString());
    Path list = Files.writeString(home.resolve("errors"), outside.out());
    Path seen = home.resolve("seen");
    Programs.Ended ended = Programs.run(home, home, new byte[0], Map.of("TERM", "dumb"),
        List.of("vim", "-N", "-u", "NONE", "-i", "NONE", "-n", "-es", "-c",
            "set errorformat=%f:%l:\\ %m", "-c", "cgetfile " + list, "-c",
            "call writefile(map(filter(getqflist(), 'v:val.valid'), 'bufname(v:val.bufnr) . \"|\" .'"
                + " . ' v:val.lnum . \"|\" . v:val.text'), '" + seen + "')",
            "-c", "qa!"));
    assertThat(Files.exists(seen)).as(ended.toString()).isTrue();
    List<String> found = Files.readAllLines(seen);
    assertThat(found).hasSize(3);
    assertThat(found.getFirst()).startsWith("fs/cairnfs/writepage.c|21|")
        .endsWith("[removed-worker]");
    assertThat(found.get(1)).containsPattern("fixes-mismatch\\.mbox\\|\\d+\\| ?WARNING: ");
  }
}
