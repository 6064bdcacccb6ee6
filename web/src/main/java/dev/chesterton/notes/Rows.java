package dev.chesterton.notes;

import dev.chesterton.finding.RuleId;
import dev.chesterton.mail.MessageId;
import dev.chesterton.source.ArchiveException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

/** Entries as rows, within one transaction; the SQL is what SQLite and PostgreSQL both know. */
final class Rows {

  private static final String ANSWERS = "select * from answer";
  private static final String IN_TIME = " order by written, id";

  /** The newest row of each patch; of two at one moment, one of them always. */
  private static final String NEWEST_STATES = """
      select * from patch_state one where not exists (
        select 1 from patch_state other where other.message_id = one.message_id
          and (other.written > one.written or other.written = one.written and other.id > one.id))""";

  private final JdbcClient client;

  Rows(JdbcClient client) {
    this.client = client;
  }

  /** Whether the tables are there. */
  static boolean areIn(DataSource source) {
    try {
      return JdbcUtils.extractDatabaseMetaData(source, facts -> {
        Connection connection = facts.getConnection();
        try (ResultSet tables = facts.getTables(connection.getCatalog(), connection.getSchema(),
            "patch_state", new String[]{"TABLE"})) {
          return tables.next();
        }
      });
    } catch (MetaDataAccessException e) {
      throw new DataAccessResourceFailureException("no connection", e);
    }
  }

  /** Rows are only ever added, so their number tells one state from the next. */
  long version() {
    return client.sql("""
        select (select count(*) from note_edit) + (select count(*) from answer)
          + (select count(*) from patch_state)""").query(Long.class).single();
  }

  List<Note> notes(MessageId patch) {
    return client.sql("select id from note where message_id = ?")
        .param(patch.value())
        .query(String.class)
        .list()
        .stream()
        .flatMap(id -> note(new EntryId(id)).stream())
        .sorted(java.util.Comparator
            .comparing((Note note) -> note.edits().getFirst().by().at())
            .thenComparing(Note::id))
        .toList();
  }

  Optional<Note> note(EntryId id) {
    List<Note.Edit> edits = client
        .sql("select author, written, markdown from note_edit where note = ? order by number")
        .param(id.value())
        .query((row, _) -> new Note.Edit(signature(row), text(row, "markdown")))
        .list();
    return client.sql("select message_id, finding from note where id = ?")
        .param(id.value())
        .query((row, _) -> new Note(id, new MessageId(text(row, "message_id")),
            Optional.ofNullable(row.getString("finding")).map(FindingKey::new), edits))
        .optional();
  }

  List<Answer> answers(Collection<FindingKey> findings) {
    List<String> keys = findings.stream().map(FindingKey::value).distinct().toList();
    return answers(client.sql(ANSWERS + " where finding in (:keys)" + IN_TIME)
        .param("keys", keys));
  }

  List<Answer> answers(RuleId rule) {
    return answers(client.sql(ANSWERS + " where rule = ?" + IN_TIME).param(rule.value()));
  }

  List<Answer> answers() {
    return answers(client.sql(ANSWERS + IN_TIME));
  }

  private static List<Answer> answers(StatementSpec question) {
    return question.query((row, _) -> answer(row)).list();
  }

  List<PatchState> states() {
    return client.sql(NEWEST_STATES + IN_TIME).query((row, _) -> state(row)).list();
  }

  Optional<PatchState> state(MessageId patch) {
    return client.sql(NEWEST_STATES + " and message_id = ?")
        .param(patch.value())
        .query((row, _) -> state(row))
        .optional();
  }

  boolean add(Note note) {
    int added = client
        .sql("insert into note (id, message_id, finding) values (?, ?, ?) on conflict do nothing")
        .param(note.id().value())
        .param(note.patch().value())
        .param(note.finding().map(FindingKey::value).orElse(null))
        .update();
    boolean first = addEdit(note.id(), 1, note.edits().getFirst());
    return added == 1 && first;
  }

  /** Whether no edit had this number. */
  boolean addEdit(EntryId note, int number, Note.Edit edit) {
    return client.sql("insert into note_edit (note, number, author, written, markdown)"
        + " values (?, ?, ?, ?, ?) on conflict do nothing")
        .param(note.value())
        .param(number)
        .param(edit.by().author())
        .param(edit.by().at().toEpochMilli())
        .param(edit.markdown())
        .update() == 1;
  }

  boolean add(Answer answer) {
    return client.sql("insert into answer (id, finding, rule, message_id, version, kind, reason,"
        + " author, written) values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
        .params(List.of(answer.id().value(), answer.finding().value(), answer.rule().value(),
            answer.patch().value(), answer.version(), answer.kind().word(), answer.reason(),
            answer.by().author(), answer.by().at().toEpochMilli()))
        .update() == 1;
  }

  boolean add(PatchState state) {
    return client.sql("insert into patch_state (id, message_id, state, why, author, written)"
        + " values (?, ?, ?, ?, ?, ?) on conflict do nothing")
        .params(List.of(state.id().value(), state.patch().value(), state.kind().word(),
            state.why(), state.by().author(), state.by().at().toEpochMilli()))
        .update() == 1;
  }

  /** How many edits of it are new; other names are made from all that they name. */
  int restore(Note note) {
    int added = add(note) ? 1 : 0;
    List<Note.Edit> known = note(note.id()).map(Note::edits).orElse(List.of());
    for (int i = 0; i < note.edits().size(); i++) {
      Note.Edit edit = note.edits().get(i);
      if (i >= known.size()) {
        addEdit(note.id(), i + 1, edit);
        added++;
      } else if (!known.get(i).equals(edit)) {
        throw new ArchiveException(
            ("edit %d of note '%s' is another one in the database: nothing was restored; restore"
                + " into an empty database to see both").formatted(i + 1, note.id()));
      }
    }
    return added;
  }

  void export(Consumer<Entry> to) {
    List<String> notes = new ArrayList<>(
        client.sql("select id from note order by id").query(String.class).list());
    notes.stream().flatMap(id -> note(new EntryId(id)).stream()).forEach(to);
    client.sql(ANSWERS + " order by id").query((row, _) -> answer(row)).list().forEach(to);
    client.sql("select * from patch_state order by id")
        .query((row, _) -> state(row))
        .list()
        .forEach(to);
  }

  private static Answer answer(ResultSet row) throws SQLException {
    return new Answer(new EntryId(text(row, "id")), new FindingKey(text(row, "finding")),
        new RuleId(text(row, "rule")), new MessageId(text(row, "message_id")),
        text(row, "version"),
        Answer.Kind.of(text(row, "kind"))
            .orElseThrow(() -> new SQLException("an answer is of a kind nobody knows")),
        text(row, "reason"), signature(row));
  }

  private static PatchState state(ResultSet row) throws SQLException {
    return new PatchState(new EntryId(text(row, "id")), new MessageId(text(row, "message_id")),
        PatchState.Kind.of(text(row, "state"))
            .orElseThrow(() -> new SQLException("a state is of a kind nobody knows")),
        text(row, "why"), signature(row));
  }

  private static Signature signature(ResultSet row) throws SQLException {
    return new Signature(text(row, "author"), Instant.ofEpochMilli(row.getLong("written")));
  }

  /** No column but one may be null. */
  private static String text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column))
        .orElseThrow(() -> new SQLException("column " + column + " is null"));
  }
}
