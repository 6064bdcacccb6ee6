package dev.chesterton;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The rules of ARCHITECTURE.md as ArchUnit rules, each under a short name. */
final class HouseRules {

  /** In the order the mail walks: a room imports only rooms before it. */
  static final List<String> ROOMS = List.of("settings", "source", "mail", "thread", "change",
      "patch",
      "history", "index", "syntax", "link", "finding", "review", "jobs", "cli", "notes", "web");

  /** Packages outside the JDK that a room may use, beside those that all may. */
  private static final Map<String, List<String>> LIBRARIES = Map.ofEntries(
      Map.entry("settings", List.of("org.eclipse.jgit..")),
      Map.entry("source",
          List.of("org.eclipse.jgit..", "org.jsoup..", "org.tukaani.xz..",
              "com.github.luben.zstd..", "tools.jackson.core..")),
      Map.entry("mail", List.of("org.apache.james..", "org.jsoup..")),
      Map.entry("change", List.of("org.eclipse.jgit..")),
      Map.entry("patch", List.of("org.eclipse.jgit.diff..")),
      Map.entry("history", List.of("org.eclipse.jgit..")),
      Map.entry("index", List.of("org.apache.lucene..")),
      Map.entry("syntax", List.of("io.github.treesitter..")),
      Map.entry("finding", List.of("com.vladsch.flexmark..")),
      Map.entry("review", List.of("tools.jackson.core..")),
      Map.entry("cli", List.of("picocli..", "tools.jackson.core..")),
      Map.entry("notes", List.of("org.springframework..", "org.flywaydb..")),
      Map.entry("web",
          List.of("org.springframework..", "jakarta.servlet..", "org.apache.catalina..",
              "org.apache.tomcat..",
              "com.vladsch.flexmark..",
              "org.jsoup..", "gg.jte..", "tools.jackson.core..", "io.prometheus.metrics..",
              "io.modelcontextprotocol..")));

  private static final List<String> ALLOWED_ANYWHERE = List.of("java..", "javax..",
      "dev.chesterton..",
      "org.jspecify..", "org.slf4j..");

  /** Endings that hide what a type is. */
  private static final String VAGUE_NAME = ".*(Manager|Handler|Processor|Data|Info|Util|Utils|Helper|Helpers|Impl)";

  private HouseRules() {}

  static Map<String, ArchRule> all() {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put("every class lives in a room", everyClassLivesInARoom());
    rules.put("imports point back along the walk", importsPointBack());
    rules.put("libraries stay in their rooms", librariesStayInTheirRooms());
    rules.put("adapters keep library types to themselves", adaptersKeepLibraryTypes());
    rules.put("only cli and web touch the outside", onlyTheEdgeTouchesTheOutside());
    rules.put("rules are named so", rulesAreNamedSo());
    rules.put("rules see only what check hands them", rulesSeeOnlyTheContext());
    rules.put("nothing is null", nothingIsNull());
    rules.put("names say what a type is", namesSayWhatATypeIs());
    return rules;
  }

  private static ArchRule everyClassLivesInARoom() {
    return classes().should()
        .resideInAnyPackage(packages(ROOMS))
        .because("a new room is a decision: table in ARCHITECTURE.md first, then code");
  }

  private static ArchRule importsPointBack() {
    return classes().should(new ArchCondition<>("import only rooms before their own") {
      @Override
      public void check(JavaClass from, ConditionEvents events) {
        int room = roomOf(from);
        from.getDirectDependenciesFromSelf()
            .stream()
            .filter(edge -> roomOf(edge.getTargetClass()) > room)
            .forEach(
                edge -> events.add(SimpleConditionEvent.violated(from, edge.getDescription())));
      }
    }).because("imports follow the mail through the house");
  }

  private static ArchRule librariesStayInTheirRooms() {
    return classes().should(new ArchCondition<>("use only the libraries of their room") {
      @Override
      public void check(JavaClass from, ConditionEvents events) {
        List<String> allowed = new ArrayList<>(ALLOWED_ANYWHERE);
        if (roomOf(from) >= 0) {
          allowed.addAll(LIBRARIES.getOrDefault(ROOMS.get(roomOf(from)), List.of()));
        }
        DescribedPredicate<JavaClass> isAllowed = resideInAnyPackage(
            allowed.toArray(String[]::new));
        from.getDirectDependenciesFromSelf()
            .stream()
            .filter(edge -> !edge.getTargetClass().getBaseComponentType().isPrimitive())
            .filter(edge -> !isAllowed.test(edge.getTargetClass().getBaseComponentType()))
            .forEach(
                edge -> events.add(SimpleConditionEvent.violated(from, edge.getDescription())));
      }
    }).because("the table in ARCHITECTURE.md names the rooms of each library");
  }

  private static ArchRule adaptersKeepLibraryTypes() {
    DescribedPredicate<JavaClass> library = resideInAnyPackage("org.eclipse.jgit..",
        "org.apache.lucene..");
    return classes().that()
        .arePublic()
        .should(new ArchCondition<>("show no JGit or Lucene type in a public signature") {
          @Override
          public void check(JavaClass shown, ConditionEvents events) {
            publicSignatures(shown).filter(type -> library.test(type.getBaseComponentType()))
                .forEach(type -> events.add(SimpleConditionEvent.violated(shown,
                    shown.getName() + " shows " + type.getName())));
          }
        })
        .because("a library can be replaced in one room");
  }

  private static Stream<JavaClass> publicSignatures(JavaClass shown) {
    Stream<JavaClass> ofCode = shown.getCodeUnits()
        .stream()
        .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC))
        .flatMap(HouseRules::signature);
    Stream<JavaClass> ofFields = shown.getFields()
        .stream()
        .filter(field -> field.getModifiers().contains(JavaModifier.PUBLIC))
        .flatMap(field -> field.getAllInvolvedRawTypes().stream());
    Stream<JavaClass> above = shown.getAllRawSuperclasses().stream();
    return Stream.of(ofCode, ofFields, above).flatMap(types -> types);
  }

  private static Stream<JavaClass> signature(JavaCodeUnit unit) {
    return Stream.concat(unit.getReturnType().getAllInvolvedRawTypes().stream(),
        unit.getParameterTypes()
            .stream()
            .flatMap(type -> type.getAllInvolvedRawTypes().stream()));
  }

  private static ArchRule onlyTheEdgeTouchesTheOutside() {
    return noClasses().that()
        .resideOutsideOfPackages(packages(List.of("cli", "web")))
        .should()
        .accessTargetWhere(
            DescribedPredicate.describe("read the clock or the environment, print or exit",
                HouseRules::isOutside))
        .because("time and place are handed in, so that the same input gives the same review");
  }

  private static boolean isOutside(JavaAccess<?> access) {
    AccessTarget target = access.getTarget();
    String owner = target.getOwner().getName();
    return switch (owner) {
      case "java.lang.System" ->
        Set.of("out", "err", "in", "exit", "getenv", "currentTimeMillis")
            .contains(target.getName());
      case "java.time.Clock" -> target.getName().startsWith("system");
      case "java.util.Date" -> target.getName().equals("<init>");
      default -> owner.startsWith("java.time.") && target.getName().equals("now");
    };
  }

  private static ArchRule rulesAreNamedSo() {
    return classes().that(resideInAPackage("dev.chesterton.finding.rule.."))
        .and()
        .areTopLevelClasses()
        .and()
        .doNotHaveSimpleName("package-info")
        .should()
        .haveSimpleNameEndingWith("Rule")
        .because("finding.rule holds rules and nothing else")
        .allowEmptyShould(true);
  }

  private static ArchRule rulesSeeOnlyTheContext() {
    return noClasses().that()
        .resideInAPackage("dev.chesterton.finding.rule..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages(List.of("source", "thread", "history", "index")))
        .because("a rule reaches git and mail only through what Rule.check hands it")
        .allowEmptyShould(true);
  }

  private static ArchRule nothingIsNull() {
    return classes().should(new ArchCondition<>("live in a @NullMarked package") {
      @Override
      public void check(JavaClass checked, ConditionEvents events) {
        if (!checked.getPackage().isAnnotatedWith(NullMarked.class)) {
          events.add(SimpleConditionEvent.violated(checked,
              checked.getName() + " is in no @NullMarked package"));
        }
      }
    }).because("absence is Optional or an empty list");
  }

  private static ArchRule namesSayWhatATypeIs() {
    return noClasses().should()
        .haveNameMatching(VAGUE_NAME)
        .because("boring long names beat vague ones");
  }

  /** The place of a class in the walk, -1 outside of the house. */
  private static int roomOf(JavaClass type) {
    String name = type.getBaseComponentType().getPackageName();
    String prefix = "dev.chesterton.";
    if (!name.startsWith(prefix)) {
      return -1;
    }
    String rest = name.substring(prefix.length());
    int end = rest.indexOf('.');
    return ROOMS.indexOf(end < 0 ? rest : rest.substring(0, end));
  }

  private static String[] packages(List<String> rooms) {
    return rooms.stream().map(room -> "dev.chesterton." + room + "..").toArray(String[]::new);
  }
}
