package dev.chesterton.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeSitterLibraryTest {

  @ParameterizedTest
  @CsvSource({
    "Linux,amd64,x86_64-linux-gnu", "Linux,aarch64,aarch64-linux-gnu",
    "Mac OS X,aarch64,aarch64-macos", "Mac OS X,x86_64,x86_64-macos",
    "Windows 11,amd64,x86_64-windows",
  })
  void findsLibrariesOfEveryPlatformInTheJars(String os, String processor, String platform) {
    assertThat(TreeSitterLibrary.platform(os, processor)).isEqualTo(platform);
    assertThatCode(() -> TreeSitterLibrary.requirePresent(platform)).doesNotThrowAnyException();
  }

  @Test
  void namesLibraryAndPlatformInOneLineIfItIsMissing() {
    assertThatThrownBy(() -> TreeSitterLibrary.requirePresent("riscv64-linux-gnu"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("cannot find library 'tree-sitter' for platform 'riscv64-linux-gnu'");
  }
}
