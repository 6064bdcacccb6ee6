package dev.chesterton.review;

import dev.chesterton.change.Citation.CommitForm;
import dev.chesterton.change.Citation.OfCommit;
import dev.chesterton.finding.AddedLine;
import dev.chesterton.finding.Fence;
import dev.chesterton.finding.Finding;
import dev.chesterton.finding.Losses;
import dev.chesterton.finding.MessageLine;
import dev.chesterton.finding.Severity;
import dev.chesterton.finding.UnderReview;
import dev.chesterton.history.CommitId;
import dev.chesterton.index.Head.MailHead;
import dev.chesterton.index.Head.MailKind;
import dev.chesterton.index.Index;
import dev.chesterton.link.Anchor;
import dev.chesterton.link.Attempt;
import dev.chesterton.link.CitedCommit;
import dev.chesterton.link.CitedMail;
import dev.chesterton.link.Citing;
import dev.chesterton.link.CommitReference;
import dev.chesterton.link.Dispute;
import dev.chesterton.link.Excerpt;
import dev.chesterton.link.Fate;
import dev.chesterton.link.Link;
import dev.chesterton.link.Linker;
import dev.chesterton.link.Objection;
import dev.chesterton.link.Outcome;
import dev.chesterton.link.TreeAt;
import dev.chesterton.patch.SubjectParser;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells the story of what a patch takes away, from what was found for its review. */
final class DossierFinder {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE
      .withZone(ZoneOffset.UTC);

  /** Sentences of one topic, and sources of one sentence: the rest stands in the sections below. */
  private static final int MOST = 6;

  /** Remarks of one person that are named; all are counted. */
  private static final int MOST_REMARKS = 3;

  /** Events of a life, the oldest first. */
  private static final int MOST_EVENTS = 200;

  /** Of an attempt that nobody ended. */
  private static final int LAST_ANSWERS = 2;

  private final Index index;
  private final Linker linker;
  private final List<TreeAt> trees;
  private final UnderReview patch;
  private final UsersLeft users;
  private final List<MailHead> thread;
  private final Instant until;
  private final List<Statement> statements = new ArrayList<>();
  private final List<FenceEvent> life = new ArrayList<>();

  DossierFinder(Index index, Linker linker, List<TreeAt> trees, UnderReview patch,
      UsersLeft users, List<MailHead> thread, Instant until) {
    this.index = index;
    this.linker = linker;
    this.trees = trees;
    this.patch = patch;
    this.users = users;
    this.thread = thread;
    this.until = until;
  }

  Dossier find(List<Finding> findings, Losses losses, Background background, Mentions mentions) {
    findings.stream()
        .filter(finding -> finding.severity().compareTo(Severity.WARNING) >= 0)
        .limit(MOST)
        .forEach(this::goes);
    background.fixed().stream().limit(MOST).forEach(this::putUp);
    repaired(background.fixed());
    stillThere(losses);
    stillUsed(losses);
    background.attempts().stream().limit(MOST).forEach(this::attempt);
    against(mentions.objections());
    linker.disputes(mentions.objections(), thread).stream().limit(MOST).forEach(this::disputed);
    mentions.commits().forEach(this::named);
    reports();
    open(mentions.objections());
    later(losses);
    List<TestChoice.Chosen> tests = new TestChoice(thread, background.attempts())
        .best(mentions.tests());
    tests.forEach(this::run);
    return new Dossier(statements.stream()
        .sorted(Comparator.comparing(Statement::topic))
        .toList(), tests.stream().map(chosen -> chosen.test().name()).findFirst(),
        life.stream().sorted(FenceEvent.BY_DATE).limit(MOST_EVENTS).toList());
  }

  private void tell(Topic topic, String text, List<Excerpt> sources) {
    statements.add(new Statement(topic, text, sources.stream().distinct().limit(MOST).toList()));
  }

  private void happened(Topic topic, Excerpt source) {
    happened(topic, source, Optional.empty());
  }

  private void happened(Topic topic, Excerpt source, Optional<Outcome> outcome) {
    source.source()
        .instant()
        .map(at -> new FenceEvent(topic, at, source, outcome))
        .filter(event -> life.stream().noneMatch(event::isSame))
        .ifPresent(life::add);
  }

  private void goes(Finding finding) {
    int line = switch (finding.place()) {
      case Fence fence -> patch.mailLine(fence);
      case AddedLine added -> added.mailLine();
      case MessageLine message -> message.line();
    };
    String words = finding.place().lines().isEmpty() ? "" : finding.place().lines().getFirst();
    tell(Topic.GOES, "The patch %s, at %s".formatted(finding.claim(), finding.place()),
        List.of(new Excerpt(patch.source(), line, words)));
  }

  private void putUp(Fix fix) {
    Anchor change = fix.origin().change();
    int lines = fix.origin().shared().size();
    happened(Topic.PUT_UP, fix.origin().fix().orElse(whole(change)));
    tell(Topic.PUT_UP, "%d of the lines came with a fix%s: \"%s\"".formatted(lines, on(change),
        title(change)),
        Stream.concat(fix.origin().fix().stream(), fix.mails()
            .stream()
            .limit(1)
            .map(Link::to)
            .map(DossierFinder::whole)).toList());
    if (!fix.reports().isEmpty()) {
      tell(Topic.REPORT, "\"%s\" names what is behind it".formatted(title(change)),
          fix.reports().stream().map(Link::to).map(DossierFinder::whole).toList());
    }
  }

  private static String title(Anchor change) {
    return SubjectParser.parse(change.title()).title();
  }

  private static Excerpt whole(Anchor anchor) {
    return new Excerpt(anchor, 1, anchor.title());
  }

  private static String on(Anchor change) {
    return change.instant().map(instant -> " of " + DAY.format(instant)).orElse("");
  }

  /** The first forms: what the fixes say they repair; and the fixes themselves, where a tree has them. */
  private void repaired(List<Fix> fixes) {
    Map<String, Excerpt> roots = new LinkedHashMap<>();
    for (Fix fix : fixes) {
      if (fix.origin().change() instanceof Anchor.OfCommit commit) {
        roots.put(commit.key(), whole(commit));
      }
      for (OfCommit cited : linker.citedCommits(fix.origin().change(), CommitForm.FIXES)) {
        linker.cited(cited.hex(), until)
            .map(CitedCommit::commit)
            .ifPresent(commit -> roots.putIfAbsent(commit.key(), whole(commit)));
      }
    }
    roots.forEach((hex, root) -> {
      boolean isShortForm = roots.keySet()
          .stream()
          .anyMatch(other -> !other.equals(hex) && other.startsWith(hex));
      if (!isShortForm) {
        repaired(hex, root);
      }
    });
  }

  private void repaired(String hex, Excerpt root) {
    List<Excerpt> repairs = linker.repairsOf(hex, until)
        .stream()
        .filter(words -> !words.source().key().equals(patch.source().key()))
        .toList();
    if (!repairs.isEmpty()) {
      happened(Topic.PUT_UP, root);
      repairs.forEach(repair -> happened(Topic.REPAIRED, repair));
      tell(Topic.REPAIRED, "%s%s was repaired %s".formatted(
          CommitId.abbreviated(hex),
          root.source().title().isEmpty() ? "" : " (\"" + root.source().title() + "\")",
          times(repairs.size())), Stream.concat(repairs.stream(), Stream.of(root)).toList());
    }
  }

  private static String times(int count) {
    return count == 1 ? "once" : count == 2 ? "twice" : count + " times";
  }

  private void stillThere(Losses losses) {
    for (TreeAt at : trees) {
      StillThere there = new StillThere(index, at);
      losses.functions()
          .stream()
          .limit(MOST)
          .flatMap(function -> there.tell(function).stream())
          .forEach(statements::add);
    }
  }

  private void stillUsed(Losses losses) {
    Optional<Excerpt> claim = trees.isEmpty() ? Optional.empty() : users.claim();
    claim.ifPresent(words -> losses.functions()
        .stream()
        .limit(MOST)
        .flatMap(function -> trees.stream()
            .flatMap(at -> users.tell(words, function, at).stream()))
        .forEach(statements::add));
  }

  private void attempt(Attempt attempt) {
    String what = attempt.functions().isEmpty()
        ? attempt.evidence().lines() + " of the same lines"
        : String.join("(), ", attempt.functions()) + "()";
    happened(Topic.ATTEMPT, attempt.excerpt(), Optional.of(attempt.outcome()));
    tell(Topic.ATTEMPT, "%s tried to take %s away on %s: %s".formatted(
        attempt.patch().author().display(), what, DAY.format(attempt.patch().instant()),
        attempt.outcome().word()),
        Stream.concat(ends(attempt).stream(), Stream.of(attempt.excerpt())).toList());
  }

  /** The words that ended it; where nothing did, the last answers. */
  private static List<Excerpt> ends(Attempt attempt) {
    return switch (attempt.outcome()) {
      case Outcome.Refused(Excerpt words) -> List.of(words);
      case Outcome.Applied(Link commit) -> List.of(whole(commit.from()));
      case Outcome.Superseded(MailHead by) -> List.of(whole(Anchor.of(by)));
      case Outcome.Discussed _ -> attempt.answers()
          .subList(Math.max(0, attempt.answers().size() - LAST_ANSWERS), attempt.answers().size());
      case Outcome.Unanswered _ -> List.of();
    };
  }

  /** By person, those whose remarks weigh most first: one who says no to the whole says more than one who argues. */
  private void against(List<Objection> objections) {
    Map<String, List<Objection>> byPerson = objections.stream()
        .filter(objection -> !objection.isQuestion() && objection.fate() != Fate.WITHDRAWN)
        .collect(Collectors.groupingBy(objection -> objection.mail().author().display(),
            LinkedHashMap::new, Collectors.toList()));
    byPerson.entrySet()
        .stream()
        .sorted(Comparator.comparing(entry -> refusals(entry.getValue()).isEmpty()))
        .limit(MOST)
        .forEach(entry -> against(entry.getKey(), entry.getValue()));
  }

  private void against(String person, List<Objection> remarks) {
    List<Objection> refusals = refusals(remarks);
    long open = remarks.stream().filter(remark -> remark.fate() == Fate.OPEN).count();
    String text = "%s %s in this thread%s%s".formatted(person,
        refusals.isEmpty() ? "objects" : "says no",
        remarks.size() == 1 ? "" : " (" + remarks.size() + " remarks)",
        open == 0 ? "" : ", " + open + " of them not answered");
    tell(Topic.AGAINST, remarks.size() == 1 ? text.replace("1 of them not", "not") : text,
        Stream.concat(refusals.stream(), remarks.stream())
            .map(Objection::words)
            .distinct()
            .limit(MOST_REMARKS)
            .toList());
  }

  private static List<Objection> refusals(List<Objection> remarks) {
    return remarks.stream().filter(Objection::isRefusal).toList();
  }

  private void disputed(Dispute dispute) {
    tell(Topic.DISPUTED, "%s contradicts a reason %s gave".formatted(author(dispute.words()),
        dispute.objection().mail().author().display()),
        List.of(dispute.words(), dispute.objection().words()));
  }

  private static String author(Excerpt words) {
    return words.source() instanceof Anchor.OfMail mail ? mail.head().author().display() : "";
  }

  /** A commit that a reply names, with the mails it may have come from. */
  private void named(CommitReference commit) {
    List<Excerpt> said = commit.citedIn()
        .stream()
        .map(Citing::excerpt)
        .filter(words -> isReply(words) && !words.words().startsWith(">"))
        .limit(1)
        .toList();
    if (said.isEmpty()) {
      return;
    }
    String title = commit.commit().title();
    int mails = commit.mails().size();
    tell(Topic.NAMED, "%s names %s%s%s".formatted(author(said.getFirst()),
        CommitId.abbreviated(commit.commit().key()), title.isEmpty() ? "" : " (\"" + title + "\")",
        mails == 0 ? ", of which no posting is here"
            : mails == 1 ? ", posted in one mail"
                : ", posted in " + mails + " mails, the likeliest first"),
        Stream.concat(said.stream(), commit.mails()
            .stream()
            .map(Link::to)
            .map(
                DossierFinder::whole))
            .toList());
  }

  private boolean isReply(Excerpt words) {
    return thread.stream()
        .anyMatch(mail -> mail.kind() == MailKind.REPLY && mail.key().equals(words.source().key()));
  }

  /** Mails of old that a reply names, each once. */
  private void reports() {
    Set<String> told = new HashSet<>();
    for (MailHead mail : thread) {
      if (mail.kind() == MailKind.REPLY) {
        List<CitedMail> named = linker.cited(Anchor.of(mail), until)
            .stream()
            .filter(cited -> thread.stream()
                .noneMatch(own -> own.key().equals(cited.citation().messageId()))
                && told.add(cited.citation().messageId()))
            .toList();
        reports(mail, named);
      }
    }
  }

  private void reports(MailHead mail, List<CitedMail> named) {
    if (named.isEmpty()) {
      return;
    }
    long missing = named.stream().filter(cited -> cited.found().isEmpty()).count();
    List<Excerpt> sources = new ArrayList<>();
    for (CitedMail cited : named) {
      sources.add(new Excerpt(Anchor.of(mail), cited.citation().line(),
          cited.citation().messageId()));
      cited.found().stream().map(Anchor::of).map(DossierFinder::whole).forEach(sources::add);
    }
    tell(Topic.NAMED, "%s names %s%s".formatted(mail.author().display(),
        named.size() == 1 ? "an earlier mail" : named.size() + " earlier mails",
        missing == 0 ? ""
            : missing == named.size() ? ", not in this store"
                : ", " + missing + " of them not in this store"),
        sources);
  }

  private void open(List<Objection> objections) {
    List<Excerpt> questions = objections.stream()
        .filter(objection -> objection.isQuestion() && objection.fate() == Fate.OPEN)
        .map(Objection::words)
        .toList();
    if (!questions.isEmpty()) {
      tell(Topic.OPEN, questions.size() == 1 ? "One question is not answered"
          : questions.size() + " questions are not answered", questions);
    }
  }

  /** Patches sent after this one that name what it takes away, without its own next versions. */
  private void later(Losses losses) {
    Set<String> names = losses.functions()
        .stream()
        .map(Losses.LostFunction::name)
        .collect(Collectors.toCollection(LinkedHashSet::new));
    Set<String> told = new HashSet<>(Set.of(patch.source().key()));
    Set<String> titles = new HashSet<>(Set.of(patch.patch().subject().title()));
    List<Excerpt> later = names.stream()
        .limit(MOST)
        .flatMap(name -> linker.laterPatches(name, sent(), until).stream())
        .filter(words -> told.add(words.source().key())
            && titles.add(title(words.source())))
        .sorted(Excerpt.BY_DATE.reversed())
        .toList();
    later.forEach(patches -> happened(Topic.LATER, patches));
    if (!later.isEmpty()) {
      tell(Topic.LATER, "%d later %s what goes, the newest first".formatted(later.size(),
          later.size() == 1 ? "patch names" : "patches name"), later);
    }
  }

  private Instant sent() {
    return SentAt.of(patch.patch(), index);
  }

  private void run(TestChoice.Chosen chosen) {
    tell(Topic.RUN, "%s is named in %s; run: %s".formatted(chosen.test().name(),
        chosen.where().words(), chosen.test().run()), chosen.test().namedIn());
  }
}
