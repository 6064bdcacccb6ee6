package dev.chesterton.notes;

import dev.chesterton.settings.NotesSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.jdbc.datasource.AbstractDriverBasedDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.TransactionDefinition;

/**
 * Where the tables are: a file of SQLite, or a PostgreSQL. A connection lives for one question: questions are few, and a
 * server that is started anew needs no pool that notices.
 *
 * @param reading for questions; neither of the two makes a database
 * @param writing for changes
 * @param file empty for a server
 * @param place for messages, without user or password
 */
record Database(DataSource reading, DataSource writing, Optional<Path> file, String place) {

  /** What the driver of SQLite calls opening to read and write, without making the file. */
  private static final String WITHOUT_MAKING = "2";
  private static final String BUSY_MILLIS = "10000";
  private static final int LEAST_PASSWORD = 1;
  private static final int MOST_TRIES = 10;
  /** A number of our own among the locks of a server. */
  private static final long LOCK = 0x6368657374657274L;

  static Database of(NotesSettings settings) {
    return settings.url().map(url -> server(url, settings)).orElseGet(() -> file(settings.file()));
  }

  private static Database server(String url, NotesSettings settings) {
    Properties properties = new Properties();
    properties.put("ApplicationName", "chesterton");
    // In seconds; a server that does not answer costs a page its notes, not the page.
    properties.put("connectTimeout", "5");
    properties.put("loginTimeout", "5");
    properties.put("socketTimeout", "20");
    settings.user().ifPresent(user -> properties.put("user", user));
    settings.passwordFile()
        .map(file -> SecretFile.read(file, "chesterton.notes.passwordFile", LEAST_PASSWORD))
        .ifPresent(password -> properties.put("password", password));
    int query = url.indexOf('?');
    DataSource source = source(url, properties);
    return new Database(source, source, Optional.empty(),
        url.substring("jdbc:".length(), query < 0 ? url.length() : query));
  }

  static Database file(Path file) {
    Properties properties = new Properties();
    properties.put("open_mode", WITHOUT_MAKING);
    properties.put("busy_timeout", BUSY_MILLIS);
    properties.put("foreign_keys", "true");
    Properties forWriting = new Properties();
    forWriting.putAll(properties);
    // A transaction that reads before it writes would fail where another writer came between.
    forWriting.put("transaction_mode", "IMMEDIATE");
    String url = "jdbc:sqlite:" + file.toUri();
    return new Database(source(url, properties), source(url, forWriting), Optional.of(file),
        file.toString());
  }

  private static DataSource source(String url, Properties properties) {
    AbstractDriverBasedDataSource source = new DriverManagerDataSource(url);
    source.setConnectionProperties(properties);
    return source;
  }

  /** The level at which a transaction sees one moment throughout. */
  int oneMoment() {
    return file.isPresent() ? TransactionDefinition.ISOLATION_SERIALIZABLE
        : TransactionDefinition.ISOLATION_REPEATABLE_READ;
  }

  /** Whether there can be tables, as far as that can be told without a connection. */
  boolean mayBeThere() {
    return file.isEmpty() || Files.exists(file.get());
  }

  /** Makes the database and brings its tables to the newest shape. Several may do so at once: one does, the others wait. */
  void prepare() throws IOException {
    if (file.isPresent()) {
      make(file.get());
    }
    if (file.isPresent()) {
      migrateFile();
    } else {
      migrateServer();
    }
  }

  /** Flyway has no lock for SQLite: of several processes one makes the tables, and the next try of the others finds them. */
  private void migrateFile() {
    // What is no database is told at once, without a try of Flyway's, which takes long.
    Rows.areIn(reading);
    for (int left = MOST_TRIES;; left--) {
      try {
        migrate();
        return;
      } catch (FlywayException e) {
        if (left == 1) {
          throw e;
        }
      }
    }
  }

  /** Flyway's own lock comes too late where the schema is not empty: two servers may make its table at once. */
  private void migrateServer() throws IOException {
    try (Connection connection = reading.getConnection();
        PreparedStatement lock = connection.prepareStatement("select pg_advisory_lock(?)")) {
      lock.setLong(1, LOCK);
      lock.execute();
      migrate();
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private void migrate() {
    Flyway.configure(Database.class.getClassLoader())
        .dataSource(reading)
        .locations("classpath:dev/chesterton/notes")
        .table("notes_schema")
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .cleanDisabled(true)
        .load()
        .migrate();
  }

  /** For its owner alone, folder and file: notes may name what is not public. */
  private static void make(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && !Files.exists(folder)) {
      Files.createDirectories(folder, PosixFilePermissions
          .asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    if (!Files.exists(file)) {
      try {
        Files.createFile(file, PosixFilePermissions
            .asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      } catch (java.nio.file.FileAlreadyExistsException _) {
        // Another server was quicker, which is as good.
        return;
      }
    }
  }
}
