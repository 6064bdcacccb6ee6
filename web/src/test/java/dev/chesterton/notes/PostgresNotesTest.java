package dev.chesterton.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chesterton.index.StoreException;
import dev.chesterton.settings.NotesSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real server on a free loopback port; each test has databases of its own. */
class PostgresNotesTest extends NotesContractTest {

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static Optional<EmbeddedPostgres> started = Optional.empty();

  private String own = "";
  private String other = "";

  @BeforeAll
  static void start() throws IOException {
    started = Optional.of(EmbeddedPostgres.builder().start());
  }

  @AfterAll
  static void stop() throws IOException {
    server().close();
  }

  private static EmbeddedPostgres server() {
    return started.orElseThrow();
  }

  @BeforeEach
  void makeDatabases() throws SQLException {
    own = make();
    other = make();
  }

  private static String make() throws SQLException {
    String name = "notes" + COUNT.incrementAndGet();
    execute("postgres", "create database " + name);
    return name;
  }

  private static void execute(String database, String sql) throws SQLException {
    try (Connection connection = server().getDatabase("postgres", database).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  Notes open() {
    return in(own);
  }

  @Override
  Notes openOther() {
    return in(other);
  }

  private static Notes in(String database) {
    return at("jdbc:postgresql://localhost:" + server().getPort() + "/" + database);
  }

  private static Notes at(String url) {
    return Notes.of(new NotesSettings(Path.of("/nowhere"), Optional.of(url),
        Optional.of("postgres"), Optional.empty()));
  }

  @Test
  void aDatabaseWithTablesOfOthersIsGoodEnough() throws SQLException {
    execute(own, "create table of_another (id integer)");
    assertEmpty(open());
    open().add(note("text", 0));
    assertThat(open().about(PATCH)).containsExactly(note("text", 0));
  }

  @Test
  void aServerThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> at("jdbc:postgresql://localhost:1/notes?ssl=false").about(PATCH))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("postgresql://localhost:1/notes")
        .satisfies(thrown -> assertThat(String.valueOf(thrown.getMessage())).hasLineCount(1));
  }
}
