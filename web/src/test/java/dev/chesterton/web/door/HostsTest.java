package dev.chesterton.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HostsTest {

  private static final Hosts HOSTS = Hosts.of("192.0.2.7",
      Optional.of(URI.create("https://Review.example.org/")));

  @Test
  void loopbackTheAddressAndTheBaseUrlAreOurs() {
    for (String host : new String[]{"localhost:8808", "127.0.0.1", "192.0.2.7:8808",
      "review.example.org", "REVIEW.example.org:443"}) {
      assertThat(HOSTS.isOurs(host)).as(host).isTrue();
    }
  }

  @Test
  void otherNamesAreNotOurs() {
    for (String host : new String[]{"evil.example", "review.example.org.evil.example", "192.0.2.8",
      "example.org", "", "review.example.org@evil.example"}) {
      assertThat(HOSTS.isOurs(host)).as(host).isFalse();
    }
    assertThat(Hosts.LOOPBACK.isOurs("192.0.2.7")).isFalse();
  }

  @Test
  void originsAreThatOfTheBaseUrlAndThatOfTheNameAskedFor() {
    assertThat(HOSTS.isOwnOrigin("https://review.example.org", "review.example.org")).isTrue();
    assertThat(HOSTS.isOwnOrigin("http://192.0.2.7:8808", "192.0.2.7:8808")).isTrue();
    assertThat(HOSTS.isOwnOrigin("http://192.0.2.7:8809", "192.0.2.7:8808")).isFalse();
    assertThat(HOSTS.isOwnOrigin("https://192.0.2.7:8808", "192.0.2.7:8808")).isFalse();
    assertThat(HOSTS.isOwnOrigin("https://review.example.org.evil.example", "review.example.org"))
        .isFalse();
  }
}
