package dev.chesterton.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Templates cannot emit raw text, and hold nothing that could act. */
class TemplatesTest {

  /** The one script there is, from our own path and with nothing in it. */
  private static final String OUR_SCRIPT = "<script src=\"/chesterton.js\" defer></script>";

  @Test
  void noTemplatePrintsRaw() throws IOException {
    for (Path template : files("src/main/jte", ".jte")) {
      assertThat(Files.readString(template).replace(OUR_SCRIPT, "")).as(template.toString())
          .doesNotContain("$unsafe", "!{", "<script", "style=\"", "onclick", "javascript:");
    }
  }

  @Test
  void oneClassMakesHtmlThatIsWrittenAsItStands() throws IOException {
    for (Path source : files("src/main/java", ".java")) {
      String name = String.valueOf(source.getFileName());
      String text = Files.readString(source);
      if (!name.equals("CleanHtml.java")) {
        assertThat(text).as(name).doesNotContain("writeContent", "gg.jte.Content;");
      }
      if (!name.equals("RuleText.java")) {
        assertThat(text).as(name).doesNotContain("new CleanHtml");
      }
    }
  }

  private static List<Path> files(String folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      List<Path> found = files.filter(file -> file.toString().endsWith(ending)).toList();
      assertThat(found).isNotEmpty();
      return found;
    }
  }
}
