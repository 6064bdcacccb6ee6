package dev.chesterton.notes;

import dev.chesterton.finding.RuleId;
import dev.chesterton.index.StoreException;
import dev.chesterton.mail.MessageId;
import dev.chesterton.settings.NotesSettings;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * All that readers wrote. Reading makes nothing: where no database is, there are no notes; the first who writes makes it.
 * May be used by several threads, and by several servers on one PostgreSQL.
 *
 * <p>Each method throws {@link StoreException} where the database cannot be reached, read or written.
 */
public interface Notes {

  /**
   * Those of the database the settings name; it is not opened yet.
   *
   * @throws dev.chesterton.settings.SettingsException where the file with the password is not one
   */
  static Notes of(NotesSettings settings) {
    return new JdbcNotes(Database.of(settings));
  }

  /** Grows with everything that is written: tells cheaply whether something was. */
  long version();

  /** Of one patch, by the time they were first written. */
  List<Note> about(MessageId patch);

  Optional<Note> note(EntryId id);

  /** On any of these findings, on whichever patch they were given; oldest first. */
  List<Answer> answersTo(Collection<FindingKey> findings);

  /** To all findings of a rule; oldest first. */
  List<Answer> answersTo(RuleId rule);

  /** Patches on whose pages answers were given, each with these answers; oldest first. */
  List<Answer> answers();

  /** The states that count, one for each patch that ever had one. */
  List<PatchState> states();

  Optional<PatchState> state(MessageId patch);

  /** Adds a note; one that is there already is not added again. */
  void add(Note note);

  /**
   * Adds an edit to a note.
   *
   * @param after how many edits the writer knew of
   * @return whether nobody was quicker; else nothing is written
   */
  boolean edit(EntryId note, int after, Note.Edit edit);

  /** Adds an answer; one that is there already is not added again. */
  void add(Answer answer);

  /** Adds a state; one that is there already is not added again. */
  void add(PatchState state);

  /** Hands over everything as of one moment, in the order of the names. */
  void export(Consumer<Entry> to);

  /**
   * Takes in what an export gave: all of it or nothing. What is there already is passed over.
   *
   * @return how many entries and edits are new
   * @throws dev.chesterton.source.ArchiveException where the database holds something else under one of the names; it is
   *     named, and nothing is taken in
   */
  int restore(Iterable<Entry> entries);
}
