package dev.chesterton;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The house keeps its rules, and each rule notices when it is broken. */
class HouseRulesTest {

  private static final JavaClasses HOUSE = new ClassFileImporter().withImportOption(
      ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      .withImportOption(location -> !location.contains("/web/template/"))
      .importPackages("dev.chesterton");

  static Stream<String> names() {
    return HouseRules.all().keySet().stream();
  }

  @Test
  void theHouseIsNotEmpty() {
    assertThat(HOUSE).hasSizeGreaterThan(50);
  }

  @ParameterizedTest
  @MethodSource("names")
  void theHouseKeepsIts(String rule) {
    rule(rule).check(HOUSE);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      every class lives in a room               | dev.chesterton.attic    | Box       | int x;
      imports point back along the walk         | dev.chesterton.mail     | Eager     | dev.chesterton.patch.Subject next;
      libraries stay in their rooms             | dev.chesterton.mail     | Searching | org.apache.lucene.document.Document found;
      adapters keep library types to themselves | dev.chesterton.index    | Leaky     | public org.apache.lucene.document.Document found() { return null; }
      only cli and web touch the outside        | dev.chesterton.history  | Hasty     | long now = System.currentTimeMillis();
      only cli and web touch the outside        | dev.chesterton.history  | Timely    | java.time.Instant now = java.time.Instant.now();
      only cli and web touch the outside        | dev.chesterton.history  | Chatty    | void say() { System.out.println(); }
      rules are named so                        | dev.chesterton.finding.rule | Worker    | int x;
      rules see only what check hands them      | dev.chesterton.finding.rule | CuriousRule | dev.chesterton.history.Commit commit;
      nothing is null                           | dev.chesterton.unmarked | Careless  | int x;
      names say what a type is                  | dev.chesterton.mail     | MailUtils | int x;
      """)
  void aPlantedViolationIsNoticed(String rule, String room, String name, String member,
      @TempDir Path folder)
      throws IOException {
    JavaClasses planted = compile(room, name, "public class " + name + " { " + member + " }",
        folder);
    assertThat(rule(rule).evaluate(planted).hasViolation()).as(rule).isTrue();
  }

  @Test
  void everyRuleHasAPlantedViolation() throws NoSuchMethodException {
    CsvSource planted = HouseRulesTest.class
        .getDeclaredMethod("aPlantedViolationIsNoticed", String.class,
            String.class, String.class, String.class, Path.class)
        .getAnnotation(CsvSource.class);
    List<String> named = planted.textBlock()
        .lines()
        .map(line -> line.split("\\|", 2)[0].strip())
        .toList();
    assertThat(named).containsAll(HouseRules.all().keySet());
  }

  @Test
  void everyTestClassIsNamedSoThatItRuns() throws IOException {
    assertThat(testsThatNeverRun(Path.of(".."))).isEmpty();
  }

  @Test
  void aTestClassWithAnotherNameIsNoticed(@TempDir Path folder) throws IOException {
    Path tests = Files.createDirectories(folder.resolve("module/src/test/java"));
    Files.writeString(tests.resolve("Checks.java"), "class Checks { @Test void runs() {} }");
    assertThat(testsThatNeverRun(folder)).containsExactly("Checks.java");
  }

  /** Surefire passes over classes whose names do not match its patterns, and says nothing. */
  private static List<String> testsThatNeverRun(Path checkout) throws IOException {
    try (Stream<Path> files = Files.walk(checkout)) {
      return files.filter(file -> file.toString().contains("/src/test/java/"))
          .filter(
              file -> file.toString().endsWith(".java") && !file.toString().endsWith("Test.java"))
          .filter(file -> read(file).matches("(?s).*@(Test|ParameterizedTest)\\b.*"))
          .map(file -> file.getFileName().toString())
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static ArchRule rule(String name) {
    return Optional.ofNullable(HouseRules.all().get(name)).orElseThrow();
  }

  private static JavaClasses compile(String room, String name, String body, Path folder) {
    JavaFileObject source = new SimpleJavaFileObject(URI.create("string:///" + name + ".java"),
        JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return "package " + room + "; " + body;
      }
    };
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter told = new StringWriter();
    boolean compiled = compiler
        .getTask(told, null, null, List.of("-d", folder.toString(), "-proc:none", "-classpath",
            System.getProperty("java.class.path")), null, List.of(source))
        .call();
    assertThat(compiled).as(told.toString()).isTrue();
    return new ClassFileImporter().importPath(folder);
  }
}
