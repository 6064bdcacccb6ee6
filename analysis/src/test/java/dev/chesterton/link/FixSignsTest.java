package dev.chesterton.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixSignsTest {
  private static final Anchor PLAIN = new Anchor.OfUnknownCommit("0123456789ab",
      "cairnfs: take the lock in release");

  @ParameterizedTest
  @ValueSource(strings = {"Fixes: 2c93af4498dd (\"cairnfs: write pages\")", "fixes:2c93af4498dd",
    "Reported-by: Tomasz Wierzba <twierzba@example.net>", "Reported-and-tested-by: A <a@b>",
    "Cc: stable@kernel.org", "Cc: <stable@vger.kernel.org> # 5.4+", "CC: stable@kernel.org",
    "Closes: https://bugs.example.org/12",
    "  BUG: unable to handle page fault for address: ffff8", "[ 3.1] Oops: 0002 [#1] SMP",
    "kernel BUG at fs/cairnfs/writepage.c:81!", "WARNING: CPU: 3 PID: 811 at fs/inode.c:3",
    "[ 3.1] WARNING: CPU: 3 PID: 8",
    "BUG: KASAN: slab-out-of-bounds in cairnfs_read",
    "WARNING: possible circular locking dependency detected"})
  void knowsASign(String line) {
    assertThat(FixSigns.in("First.\n\n" + line + "\n\nLast.\n", PLAIN, 10)).get()
        .satisfies(sign -> {
          assertThat(sign.words()).isEqualTo(line.strip());
          assertThat(sign.line()).isEqualTo(12);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"This fixes a race that nobody has seen.",
    "This is a bug: we sleep here.",
    "Oops, and oops: I forgot that.", "It is stable@ home.", "reported by Tomasz",
    "A warning: cpu 3 is slow.", "Fixes: nothing", "Signed-off-by: Ann <ann@b.example>",
    "Cc: Ann <ann@b.example>", ""})
  void takesProseForNoSign(String line) {
    assertThat(FixSigns.in("First.\n\n" + line + "\n", PLAIN, 1)).isEmpty();
  }

  @Test
  void tellsTheStrongestSignFirst() {
    String log = "BUG: it broke\nReported-by: A <a@b.example>\nFixes: 2c93af4498dd (\"x\")\n";
    assertThat(FixSigns.in(log, PLAIN, 1)).get()
        .extracting(Excerpt::line)
        .isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cairnfs: fix a leak in release", "[PATCH] Fix the lock order",
    "cairnfs: avoid a deadlock", "Prevent overflow"})
  void believesATitleLast(String title) {
    Anchor titled = new Anchor.OfUnknownCommit("0123456789ab", title);
    assertThat(FixSigns.in("Words.\n", titled, 1)).get()
        .extracting(Excerpt::words)
        .isEqualTo(title);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cairnfs: fixup worker", "cairnfs: rename prefix fixes_done",
    "cairnfs: unplug early"})
  void takesAWordInsideATitleForNoSign(String title) {
    Anchor titled = new Anchor.OfUnknownCommit("0123456789ab", title);
    assertThat(FixSigns.in("Words.\n", titled, 1)).isEmpty();
  }
}
