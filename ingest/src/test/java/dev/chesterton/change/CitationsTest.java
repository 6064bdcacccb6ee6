package dev.chesterton.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CitationsTest {

  private static final String LONG = "87826df0ec36fc28884b4ddbb3f3af41c4c2008f";

  private static List<String> of(String text) {
    return Citations.of(text).stream().map(CitationsTest::show).toList();
  }

  private static String show(Citation citation) {
    return switch (citation) {
      case Citation.OfCommit commit -> commit.form() + " " + commit.hex()
          + commit.title().map(title -> " " + title).orElse("");
      case Citation.OfMail mail -> mail.form() + " " + mail.messageId()
          + mail.list().map(list -> " in " + list).orElse("") + (mail.masked() ? " masked" : "");
      case Citation.OfTest test -> "TEST " + test.name();
      case Citation.OfBug bug -> "BUG " + bug.id();
      case Citation.OfTrace trace -> "TRACE " + trace.function();
    };
  }

  static Stream<Arguments> specimens() {
    return Stream.of(
        // commits
        arguments("see commit 87826df0ec36 (\"fs: a title\").", "TEXT 87826df0ec36 fs: a title"),
        arguments("f4b1363cae43 (\"fs: no lock here\")", "TEXT f4b1363cae43 fs: no lock here"),
        arguments("> 35fcd75af3ed xfs: fail the mount", "TEXT 35fcd75af3ed xfs: fail the mount"),
        arguments("Fixes: 771ed689d2cd (\"fs: x\")", "FIXES 771ed689d2cd fs: x"),
        arguments("Fixes: 1771ed689d2 fs: no quotes", "FIXES 1771ed689d2 fs: no quotes"),
        arguments(">> Fixes: 771ed689d2cd (\"Fs: Optimize compressed writeback and\n>> reads\")",
            "FIXES 771ed689d2cd Fs: Optimize compressed writeback and reads"),
        arguments("since commit 9637a5efd4fb (\"[PATCH] add a method()\")",
            "TEXT 9637a5efd4fb [PATCH] add a method()"),
        arguments("caused by\ncommit 196d59ab9ccc (\"fs: switch the\nlock\") in 5.10",
            "TEXT 196d59ab9ccc fs: switch the lock"),
        arguments("commit a55b1fd (\"Revert \"fs: foo\"\")", "TEXT a55b1fd Revert \"fs: foo\""),
        arguments("again 1631087ba872 \"Revert \"nfsd4: bar\"\"",
            "TEXT 1631087ba872 Revert \"nfsd4: bar\""),
        arguments("commit 0096420adb03 (fs: do not count\nthe reserve)",
            "TEXT 0096420adb03 fs: do not count the reserve"),
        arguments("see 0096420adb03 (fs: do not count, 2022-06-24)",
            "TEXT 0096420adb03 fs: do not count"),
        arguments("Patch 8bf465b1c880: \"fs: enable it\"", "TEXT 8bf465b1c880 fs: enable it"),
        arguments("+# Test for commit 786672e9e1a3 (\"fs: use\n+# larger blocks\")",
            "TEXT 786672e9e1a3 fs: use larger blocks"),
        arguments("+_fixed_by_kernel_commit 8184620ae212 \\\n+\t\"fs: hold the lock\"",
            "TEXT 8184620ae212 fs: hold the lock"),
        arguments("Cc: stable@vger.kernel.org # 5.18.x: d70cbdda75da fs: merge both",
            "TEXT d70cbdda75da fs: merge both"),
        arguments("This reverts commit " + LONG + ".", "REVERTS " + LONG),
        arguments("commit " + LONG + " upstream.", "UPSTREAM " + LONG),
        arguments("[ Upstream commit " + LONG + " ]", "UPSTREAM " + LONG),
        arguments("(cherry picked from commit " + LONG + ")", "UPSTREAM " + LONG),
        arguments("Commit e39ed66 added it", "TEXT e39ed66"),
        arguments("# first bad commit: [" + LONG + "] fs: x y", "TEXT " + LONG + " fs: x y"),
        arguments("went away. I tried reverting only 4088a47e78f9 which helped.",
            "TEXT 4088a47e78f9"),
        arguments("introduced by 4088a47e8f", "TEXT 4088a47e8f"),
        arguments("https://git.kernel.org/pub/scm/linux.git/commit/?h=mm-unstable&id=cca48ba3196",
            "WEB_LINK cca48ba3196"),
        arguments("https://git.kernel.org/torvalds/c/3039fadf2bfd.", "WEB_LINK 3039fadf2bfd"),
        arguments("(https://github.com/torvalds/linux/commit/3039fadf2bfd)",
            "WEB_LINK 3039fadf2bfd"),
        arguments("http://git.example.org/gitweb/?p=l.git;a=commit;h=3039fadf2bfd",
            "WEB_LINK 3039fadf2bfd"),
        // mails
        arguments("https://lore.kernel.org/linux-btrfs/20110701174436.GA8352@xxxxxxxx",
            "ARCHIVE_LINK 20110701174436.GA8352@xxxxxxxx in linux-btrfs masked"),
        arguments("https://lore.kernel.org/linux-btrfs/j0k65i$29a$1@dough.example/T/#u,",
            "ARCHIVE_LINK j0k65i$29a$1@dough.example in linux-btrfs"),
        arguments("[1]: http://lore.kernel.org/r/2022.1@b.example/raw.",
            "SHORT_LINK 2022.1@b.example"),
        arguments("https://lore.kernel.org/all/a%2Bb%40c.example/", "ARCHIVE_LINK a+b@c.example"),
        arguments("Link: https://lkml.kernel.org/r/2022.1@b.example",
            "SHORT_LINK 2022.1@b.example"),
        arguments("<https://patch.msgid.link/2022.1@b.example>", "SHORT_LINK 2022.1@b.example"),
        arguments("https://marc.info/?i=2022.1%40b.example&l=x", "ARCHIVE_LINK 2022.1@b.example"),
        arguments("lore.kernel.org/r/2022.1@b.example", "SHORT_LINK 2022.1@b.example"),
        arguments("https://patchwork.kernel.org/project/linux-btrfs/patch/1420-3-a@b.example/",
            "ARCHIVE_LINK 1420-3-a@b.example in linux-btrfs"),
        arguments("https://inbox.example.org/git/xmqq7d@gitster.example/",
            "ARCHIVE_LINK xmqq7d@gitster.example in git"),
        arguments("Message-ID: <c99.16720.git.wqu@b.example>",
            "BARE_ID c99.16720.git.wqu@b.example"),
        arguments("In-Reply-To: aG2i3qP01m@dread.example", "BARE_ID aG2i3qP01m@dread.example"),
        arguments("as I said in <20220624122334.80603-1-hch@b.example>",
            "BARE_ID 20220624122334.80603-1-hch@b.example"),
        arguments("Message-ID: <20220624122334.1-1-hch@xxxxxx>",
            "BARE_ID 20220624122334.1-1-hch@xxxxxx masked"),
        // tests
        arguments("The test is generic/208 and", "TEST generic/208"),
        arguments("that xfs/550-552 still fail", "TEST xfs/550-552"),
        arguments("see tests/btrfs/013.", "TEST btrfs/013"),
        arguments("the output generic/208.out differs", "TEST generic/208"),
        // traces
        arguments("RIP: 0010:percpu_add_batch+0x11/0x70", "TRACE percpu_add_batch"),
        arguments(">> [ 8308.531084] IP: percpu_add_batch+0x11/0x70", "TRACE percpu_add_batch"),
        arguments(" ? do_it.isra.0+0x1/0x2 [btrfs]", "TRACE do_it"),
        arguments("at: [<ffffffff81>] lock_it+0x12", "TRACE lock_it"));
  }

  @ParameterizedTest
  @MethodSource("specimens")
  void reads(String text, String expected) {
    assertThat(of(text)).containsExactly(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"on 20220624 it broke", "index 71d92f5dfcb2e..bf908e178ee59 100644",
    "RSP: 0018:ffffc9000a97bbe0 EFLAGS: 00010286", "at 00000000000000d0", "0xdeadbeef1234",
    "the defaced page acceded", "f4b1363cae43@example.org", "20220624.f4b1363cae43@example.org",
    "df42045b-b04a-5f43-924e-69b39e1b3ce6", "uuid df42045bb04a",
    "sha256 6984565e2a6c0c35c6316431ed2bcaecae7c93546984565e2a6c0c35c6316431",
    "csum 0x98f94189 expected csum 0x12345678", "base-commit: " + LONG, "head:   " + LONG,
    "git checkout " + LONG, "# good: [" + LONG + "] fs: x y",
    "0000000000000246 R12: 00007f0a981afe50",
    "2097152 (order: 12, 16777216 bytes)", "root 164624 commit 15645018226688",
    "disk 25871eb75000:00000000-00080000",
    "compiler: clang (https://github.com/l/llvm-project " + LONG + ")",
    "-c \"pwrite 0 2518890\" \\", "Merge 1234567 bytes", "the first 4096000 bytes", "id: " + LONG,
    "The following changes since commit " + LONG + ":",
    "From " + LONG + " Mon Sep 17 00:00:00 2001",
    "[ 8308.523110] fault at f4b1363cae43", "prerequisite-patch-id: " + LONG,
    "https://bugzilla.kernel.org/show_bug.cgi?id=2169610", "v5.19-rc1-00123-gabcdef123456",
    "HEAD commit:    15f3bff12cf6 Add linux-next specific files for 20221116"})
  void findsNoCommitIn(String text) {
    assertThat(of(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Cc: Some Body <some.body1234567@b.example>",
    "Reported-by: <x123456789012345@b.example>",
    "On Fri, Jun 24, A <a20220624@b.example> wrote:", "syzbot <syzbot+c5e4a7d6f5c8a4a9@b.example>",
    "write to <somebody@b.example> please", "https://medium.example/@user/story",
    "https://lore.kernel.org/linux-btrfs/?q=fixup", "a row of x <20220624122334.1-1@xxxxxx>"})
  void findsNoMailIn(String text) {
    assertThat(of(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fs/btrfs/123", "include/generic/001", "On 2022/06/24", "/dev/btrfs/001",
    "generic/20", "generic/20812", "generic/208a", " tests/btrfs/280     |  12 ++++--",
    "--- a/tests/btrfs/280", " create mode 100644 tests/btrfs/280"})
  void findsNoTestIn(String text) {
    assertThat(of(text)).isEmpty();
  }

  @Test
  void readsListsOfTests() {
    assertThat(of("generic/001,005-007 and btrfs/2")).containsExactly("TEST generic/001",
        "TEST generic/005-007");
  }

  @Test
  void reportsEachCitationOfALineOnceAndInOrder() {
    assertThat(of("xfs/001 fails like generic/208 and xfs/001 again")).containsExactly(
        "TEST xfs/001",
        "TEST generic/208");
  }

  @Test
  void namesTheLineOnWhichAWrappedCitationBegins() {
    assertThat(Citations.of("a\n\nFixes: 771ed689d2cd (\"fs: x\ny\")\n")).singleElement()
        .extracting(Citation::line)
        .isEqualTo(3);
  }

  @Test
  void findsALinkInAMailFlattenedToOneLine() {
    String flat = "> > word ".repeat(1000)
        + "> > https://lore.kernel.org/linux-xfs/20221201005214.1-1-d@xxxxxxxxx/ > > more";
    assertThat(of(flat))
        .containsExactly("ARCHIVE_LINK 20221201005214.1-1-d@xxxxxxxxx in linux-xfs masked");
  }

  @Test
  void takesAnIdOf64DigitsOnlyBehindTheWord() {
    String id = "ab01".repeat(16);
    assertThat(of("commit " + id)).containsExactly("TEXT " + id);
    assertThat(of("file " + id)).isEmpty();
  }
}
