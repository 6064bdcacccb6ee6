package dev.chesterton.web;

import dev.chesterton.notes.Notes;
import dev.chesterton.review.Counted;
import dev.chesterton.review.FlaggedJson;
import dev.chesterton.review.FlaggedPatch;
import dev.chesterton.review.JsonWriter;
import dev.chesterton.web.view.Address;
import dev.chesterton.web.view.Dates;
import dev.chesterton.web.view.FlaggedView;
import dev.chesterton.web.view.FlaggedView.Row;
import dev.chesterton.web.view.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Flagged patches. */
@Controller
final class FlaggedPage {

  /** A page never keeps its reader waiting longer. */
  private static final long WAIT_MILLIS = 700;
  private static final int MOST_ROWS = 500;

  private final FlaggedList list;
  private final Notes notes;
  private final InheritedAnswers inherited;
  private final Answers answers;

  FlaggedPage(FlaggedList list, Notes notes, InheritedAnswers inherited, Answers answers) {
    this.list = list;
    this.notes = notes;
    this.inherited = inherited;
    this.answers = answers;
  }

  @GetMapping("/flagged")
  ResponseEntity<String> withoutSlash() {
    return Answers.redirect("/flagged/");
  }

  @GetMapping("/flagged/")
  ResponseEntity<String> page() {
    FlaggedList.State state = list.after(WAIT_MILLIS);
    PatchStates states = states(state);
    List<Row> rows = sorted(state, states).limit(MOST_ROWS)
        .map(patch -> row(patch, states))
        .toList();
    long leftOut = state.count() - rows.size();
    String more = leftOut == 0 ? ""
        : String.format(Locale.ROOT, " %s weaker evidence, not shown"
            + " here; the JSON form of this page has %,d in all.",
            Counted.of(leftOut,
                "flagged patch more has", "flagged patches more have"),
            state.flagged().size());
    return answers.changingPage("flagged.jte",
        new FlaggedView(progress(state) + more, state.complete(), rows));
  }

  @GetMapping("/flagged/.json")
  ResponseEntity<String> json() {
    FlaggedList.State state = list.after(WAIT_MILLIS);
    PatchStates states = states(state);
    return answers.changing(JsonWriter.object(json -> json.number("schema", 1)
        .number("reviewed", state.reviewed())
        .number("to_review", state.wanted())
        .number("patches", state.patches())
        .flag("complete", state.complete())
        .object("as_of", state.asOf(),
            (inner, asOf) -> inner.number("generation", asOf.generation())
                .text("made", asOf.made().toString())
                .flag("newest", asOf.isNewest()))
        .number("count", state.count())
        .array("flagged", sorted(state, states).toList(), (inner, patch) -> {
          FlaggedJson.write(inner, patch);
          inner.text("state", states.word(patch.head().id()))
              .text("why", states.why(patch.head().id()));
        })) + "\n", "application/json");
  }

  private PatchStates states(FlaggedList.State state) {
    return PatchStates.of(notes, given -> inherited.among(state.flagged(), given));
  }

  /** Those that somebody dismissed come last; else in the order of the list. */
  private static Stream<FlaggedPatch> sorted(FlaggedList.State state, PatchStates states) {
    return state.flagged()
        .stream()
        .sorted(Comparator.comparing(patch -> states.isDismissed(patch.head().id())));
  }

  private static String progress(FlaggedList.State state) {
    return state.asOf().map(asOf -> kept(state, asOf)).orElseGet(() -> found(state));
  }

  private static String kept(FlaggedList.State state, FlaggedList.AsOf asOf) {
    String reviewed = "Reviewed " + Counted.of(state.reviewed(), "patch");
    return asOf.isNewest() ? reviewed + "."
        : String.format(Locale.ROOT, "%s, as of generation %d of the store (%s); what has come"
            + " since is looked at by the next nightly run.", reviewed, asOf.generation(),
            Dates.minute(asOf.made()));
  }

  private static String found(FlaggedList.State state) {
    String bound = state.wanted() < state.patches()
        ? String.format(Locale.ROOT, "; older ones than these %,d are not looked at",
            state.wanted())
        : "";
    return String.format(Locale.ROOT, "%s %,d of %s, newest first%s.",
        state.complete() ? "Reviewed" : "Still at work: reviewed", state.reviewed(),
        Counted.of(state.patches(), "patch"), bound);
  }

  private static Row row(FlaggedPatch patch, PatchStates states) {
    String letters = patch.kinds()
        .stream()
        .map(kind -> "[" + kind.letter() + "]")
        .collect(Collectors.joining(" "));
    String reasons = Counted.of(patch.reasons(), "reason");
    return new Row(patch.severity().word(), Dates.day(patch.head().instant()),
        Words.of(Address.listOf(patch.head())), Words.of(patch.head().title()),
        Address.review(patch.head().id()), Words.of(patch.head().author().display()),
        patch.rules(), reasons, letters, states.word(patch.head().id()),
        states.why(patch.head().id()).map(Words::of).orElse(Words.NONE));
  }
}
