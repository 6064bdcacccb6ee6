package dev.chesterton.web;

import dev.chesterton.change.FilePath;
import dev.chesterton.review.FileStand;
import dev.chesterton.review.FileStory;
import dev.chesterton.review.FileStoryFinder;
import dev.chesterton.review.FileStoryJson;
import dev.chesterton.web.door.FloodGate;
import dev.chesterton.web.door.Refusal;
import dev.chesterton.web.view.Address;
import dev.chesterton.web.view.ErrorView.Hint;
import dev.chesterton.web.view.FileStoryView;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A file of the trees, and who put one of its lines there. */
@Controller
final class FilePage {

  private static final String JSON = ".json";
  private static final int LONGEST = 1_000;

  private final OpenStore store;
  private final FloodGate gate;
  private final Answers answers;

  FilePage(OpenStore store, FloodGate gate, Answers answers) {
    this.store = store;
    this.gate = gate;
    this.answers = answers;
  }

  /** A file at the top; a mapping of its own, since a mail of a list has an address of two parts, too. */
  @GetMapping("/file/{path}")
  ResponseEntity<String> atTheTop(@PathVariable("path") String path,
      @RequestParam(name = "line", defaultValue = "0") int line, HttpServletRequest request) {
    return answer(path, line, request);
  }

  @GetMapping("/file/{*path}")
  ResponseEntity<String> below(@PathVariable("path") String path,
      @RequestParam(name = "line", defaultValue = "0") int line, HttpServletRequest request) {
    return answer(path.substring(1), line, request);
  }

  private ResponseEntity<String> answer(String written, int line, HttpServletRequest request) {
    boolean json = written.endsWith(JSON);
    FilePath path = new FilePath(
        json ? written.substring(0, written.length() - JSON.length()) : written);
    if (line < 0 || path.value().isEmpty() || path.value().length() > LONGEST) {
      throw Refusal.badRequest("a file is asked for by its path in the tree, at most " + LONGEST
          + " characters, and line is a number from 1");
    }
    if (line > 0) {
      // To blame a line is to walk through the history of its file.
      gate.pass(request.getRemoteAddr());
    }
    return store.ask(snapshot -> {
      FileStory story = new FileStoryFinder(snapshot.index(), snapshot.trees()).find(path, line);
      refuseUnknown(story);
      return json ? answers.json(FileStoryJson.of(story), snapshot)
          : answers.page("file.jte", FileStoryView.of(story), snapshot);
    });
  }

  private static void refuseUnknown(FileStory story) {
    Hint search = new Hint("search for the path",
        Address.search(story.path().name(), "newest", 0));
    if (story.isUnknown()) {
      throw Refusal.notFound(
          story.hasTrees()
              ? "no configured tree has such a file at its head, and no patch touches it"
              : "no tree is configured, and no patch of the store touches such a file",
          search);
    }
    List<Integer> sizes = story.stands().stream().map(FileStand::size).toList();
    if (story.line() > 0 && !sizes.isEmpty()
        && sizes.stream().noneMatch(size -> story.line() <= size)) {
      throw Refusal.notFound("the file has " + sizes.getFirst() + " lines in tree "
          + story.stands().getFirst().tree(),
          new Hint("see the file", Address.file(story.path())));
    }
  }
}
