package dev.chesterton.notes;

import dev.chesterton.finding.RuleId;
import dev.chesterton.index.StoreException;
import dev.chesterton.mail.MessageId;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notes in a database that speaks SQL. The tables are made by the first who writes; until then whoever reads finds nothing
 * and leaves nothing.
 */
final class JdbcNotes implements Notes {

  private final Database database;
  private final Work reading;
  private final Work writing;
  private volatile boolean prepared;
  private volatile boolean seen;

  JdbcNotes(Database database) {
    this.database = database;
    this.reading = Work.in(database.reading());
    this.writing = Work.in(database.writing());
    reading.transaction.setIsolationLevel(database.oneMoment());
  }

  /** Questions and changes, each in one transaction. */
  private record Work(JdbcClient client, TransactionTemplate transaction) {

    static Work in(DataSource source) {
      return new Work(JdbcClient.create(source),
          new TransactionTemplate(new DataSourceTransactionManager(source)));
    }

    <T> T done(Function<Rows, T> work) {
      return transaction.execute(_ -> work.apply(new Rows(client)));
    }
  }

  @Override
  public long version() {
    return read(0L, Rows::version);
  }

  @Override
  public List<Note> about(MessageId patch) {
    return read(List.of(), rows -> rows.notes(patch));
  }

  @Override
  public Optional<Note> note(EntryId id) {
    return read(Optional.empty(), rows -> rows.note(id));
  }

  @Override
  public List<Answer> answersTo(Collection<FindingKey> findings) {
    return findings.isEmpty() ? List.of() : read(List.of(), rows -> rows.answers(findings));
  }

  @Override
  public List<Answer> answersTo(RuleId rule) {
    return read(List.of(), rows -> rows.answers(rule));
  }

  @Override
  public List<Answer> answers() {
    return read(List.of(), Rows::answers);
  }

  @Override
  public List<PatchState> states() {
    return read(List.of(), Rows::states);
  }

  @Override
  public Optional<PatchState> state(MessageId patch) {
    return read(Optional.empty(), rows -> rows.state(patch));
  }

  @Override
  public void add(Note note) {
    write(rows -> rows.add(note));
  }

  @Override
  public boolean edit(EntryId note, int after, Note.Edit edit) {
    return write(rows -> rows.addEdit(note, after + 1, edit));
  }

  @Override
  public void add(Answer answer) {
    write(rows -> rows.add(answer));
  }

  @Override
  public void add(PatchState state) {
    write(rows -> rows.add(state));
  }

  @Override
  public void export(Consumer<Entry> to) {
    read(false, rows -> {
      rows.export(to);
      return true;
    });
  }

  @Override
  public int restore(Iterable<Entry> entries) {
    return write(rows -> {
      int added = 0;
      for (Entry entry : entries) {
        added += switch (entry) {
          case Note note -> rows.restore(note);
          case Answer answer -> rows.add(answer) ? 1 : 0;
          case PatchState state -> rows.add(state) ? 1 : 0;
        };
      }
      return added;
    });
  }

  private <T> T read(T nothing, Function<Rows, T> question) {
    return told("read", () -> isThere() ? reading.done(question) : nothing);
  }

  private <T> T write(Function<Rows, T> change) {
    return told("written", () -> {
      prepare();
      return writing.done(change);
    });
  }

  /** Once they are there they stay. */
  private boolean isThere() {
    if (!seen && database.mayBeThere()) {
      seen = Rows.areIn(database.reading());
    }
    return seen;
  }

  private synchronized void prepare() {
    if (!prepared) {
      try {
        database.prepare();
        prepared = true;
        seen = true;
      } catch (IOException e) {
        throw failed("made", e);
      }
    }
  }

  private <T> T told(String what, Supplier<T> work) {
    try {
      return work.get();
    } catch (DataAccessException | TransactionException | FlywayException
        | IllegalArgumentException e) {
      // The last of these: a row says what no entry says.
      throw failed(what, e);
    }
  }

  /** The driver's words come last; those of PostgreSQL name neither password nor text of a note. */
  private StoreException failed(String what, Exception e) {
    Throwable cause = Stream.iterate((Throwable) e, deeper -> deeper != null, Throwable::getCause)
        .reduce(e, (_, deeper) -> deeper);
    String why = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    return new StoreException(StoreException.Reason.UNREADABLE,
        "the notes in '%s' cannot be %s: %s".formatted(database.place(), what, why), e);
  }
}
