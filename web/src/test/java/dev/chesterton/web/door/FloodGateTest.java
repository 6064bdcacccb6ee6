package dev.chesterton.web.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FloodGateTest {

  private final AtomicLong now = new AtomicLong();
  private final FloodGate gate = new FloodGate(3, Duration.ofSeconds(2), now::get);

  @Test
  void someInARowThenOneAtATime() {
    for (int i = 0; i < 3; i++) {
      gate.pass("a");
    }
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> gate.pass("a"));
    assertThat(refusal.status()).isEqualTo(429);
    assertThat(refusal.waitSeconds()).isEqualTo(2);
    now.addAndGet(Duration.ofSeconds(2).toNanos());
    assertThatCode(() -> gate.pass("a")).doesNotThrowAnyException();
    assertThat(catchThrowableOfType(Refusal.class, () -> gate.pass("a"))).isNotNull();
  }

  @Test
  void oneAddressDoesNotHinderAnother() {
    for (int i = 0; i < 3; i++) {
      gate.pass("a");
    }
    assertThatCode(() -> gate.pass("b")).doesNotThrowAnyException();
  }

  @Test
  void manyAddressesAreForgotten() {
    for (int i = 0; i < 50_000; i++) {
      gate.pass("a" + i);
    }
    for (int i = 0; i < 3; i++) {
      gate.pass("a0");
    }
    assertThat(catchThrowableOfType(Refusal.class, () -> gate.pass("a0"))).isNotNull();
  }
}
