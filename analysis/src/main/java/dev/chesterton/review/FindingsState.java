package dev.chesterton.review;

import dev.chesterton.index.StoreState;
import java.time.Instant;
import java.util.Optional;

/**
 * What the kept findings say of themselves; committed with them.
 *
 * @param basis what they rest on besides mails: the shape of the records, the rules, which lists and trees there are
 * @param store all that was in the store then is in them
 * @param patches how many of them there were
 * @param made when that was reached
 * @param pass under way towards a newer state of the store
 */
record FindingsState(String basis, StoreState store, long patches, Instant made,
    Optional<Pass> pass) {

  /** Shape of a record; another number means that all are made again. */
  static final int SCHEMA = 1;

  /** Before the first pass has ended. */
  static final FindingsState NONE = new FindingsState("", new StoreState("", 0, 0), 0,
      Instant.EPOCH, Optional.empty());

  /** Which patches are checked. */
  enum Kind {
    /** Every patch of the store. */
    ALL,
    /** Those that are flagged: something was taken back, and may have been their evidence. */
    FLAGGED,
    /** Those whose thread has changed. */
    CHANGED
  }

  /**
   * A way through the patches that may be broken off and gone on with.
   *
   * @param basis that holds when it ends
   * @param target state of the store that is reached when it ends
   * @param after place of the last patch or mail that is done with; empty at the beginning
   */
  record Pass(Kind kind, String basis, StoreState target, String after) {

    Pass at(String place) {
      return new Pass(kind, basis, target, place);
    }
  }

  /** At least one pass has come to its end. */
  boolean isComplete() {
    return store.generation() > 0;
  }

  FindingsState with(Pass next) {
    return new FindingsState(basis, store, patches, made, Optional.of(next));
  }

  String note() {
    return JsonWriter.object(json -> json.number("schema", SCHEMA)
        .text("basis", basis)
        .object("store", inner -> write(inner, store))
        .number("patches", patches)
        .text("made", made.toString())
        .object("pass", pass, FindingsState::write));
  }

  private static void write(JsonWriter json, StoreState store) {
    json.text("birth", store.birth())
        .number("generation", store.generation())
        .number("removals", store.removals());
  }

  private static void write(JsonWriter json, Pass pass) {
    json.text("kind", pass.kind().name())
        .text("basis", pass.basis())
        .object("target", inner -> write(inner, pass.target()))
        .text("after", pass.after());
  }

  /** Empty where the note is of another schema, or none. */
  static Optional<FindingsState> of(String note) {
    return JsonObject.read(note)
        .filter(json -> json.number("schema").filter(schema -> schema == SCHEMA).isPresent())
        .map(json -> new FindingsState(json.text("basis").orElse(""), store(json, "store"),
            json.number("patches").orElse(0L), json.instant("made").orElse(Instant.EPOCH),
            json.object("pass").flatMap(FindingsState::pass)));
  }

  private static StoreState store(JsonObject json, String name) {
    return json.object(name)
        .map(store -> new StoreState(store.text("birth").orElse(""),
            store.number("generation").orElse(0L), store.number("removals").orElse(0L)))
        .orElse(NONE.store());
  }

  private static Optional<Pass> pass(JsonObject json) {
    try {
      return Optional.of(new Pass(Kind.valueOf(json.text("kind").orElse("")),
          json.text("basis").orElse(""), store(json, "target"), json.text("after").orElse("")));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
