package dev.chesterton.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BugCitationsTest {

  @Test
  void readsTheIdFromAddressesAndPagesOfTheRobot() {
    String text = """
        Reported-by: syzbot+0123456789abcdef0123@syzkaller.appspotmail.com
        Closes: https://syzkaller.appspot.com/bug?extid=FEDCBA98765432100000
        Link: https://syzkaller.appspot.com/bug?id=0123456789abcdef0123456789abcdef01234567
        """;
    assertThat(bugs(text)).containsExactly(new Citation.OfBug("0123456789abcdef0123", 1),
        new Citation.OfBug("fedcba98765432100000", 2),
        new Citation.OfBug("0123456789abcdef0123456789abcdef01234567", 3));
  }

  @Test
  void neitherOtherAddressesNorOtherNumbersAreIds() {
    assertThat(bugs("Cc: syzbot+list@example.org, bug?id=12345\n"
        + "bug?extid=" + "0".repeat(41))).isEmpty();
  }

  private static List<Citation> bugs(String text) {
    return Citations.of(text).stream().filter(Citation.OfBug.class::isInstance).toList();
  }
}
