package dev.chesterton.index;

import dev.chesterton.source.MailFormat;
import java.nio.file.Path;
import java.util.Optional;

/** An archive or a tree a store was made from, as the store remembers it. */
public sealed interface KnownSource {

  /** Under this its checkpoint is kept. */
  String key();

  /**
   * An archive, or one epoch of it.
   *
   * @param name of the source, which is its path
   * @param format it was read in, where somebody had said so; otherwise {@link MailFormat#AUTO}
   */
  record Mails(String list, String name, MailFormat format) implements KnownSource {

    /** In whatever format it looks like. */
    public Mails(String list, String name) {
      this(list, name, MailFormat.AUTO);
    }

    @Override
    public String key() {
      return list + " " + name;
    }

    public Path path() {
      return Path.of(name);
    }
  }

  /**
   * The commits of a branch; HEAD where none is named.
   *
   * @param path empty where whoever read it in has not told
   */
  record Tree(String name, Optional<String> branch, Optional<Path> path) implements KnownSource {
    private static final String PREFIX = "tree ";

    @Override
    public String key() {
      return PREFIX + name + branch.map(word -> " " + word).orElse("");
    }
  }

  /**
   * What a key stands for; empty where it is none. A list may be called "tree": the name of its archive is a path and
   * begins with a slash, the name of a tree does not.
   */
  static Optional<KnownSource> ofKey(String key) {
    return key.startsWith(Tree.PREFIX) && !key.startsWith(Tree.PREFIX + "/")
        ? treeOf(key.substring(Tree.PREFIX.length()))
        : mailsOf(key);
  }

  private static Optional<KnownSource> treeOf(String words) {
    int space = words.indexOf(' ');
    String name = space < 0 ? words : words.substring(0, space);
    Optional<String> branch = space < 0
        ? Optional.empty()
        : Optional.of(words.substring(space + 1));
    return name.isEmpty() ? Optional.empty()
        : Optional.of(new Tree(name, branch, Optional.empty()));
  }

  private static Optional<KnownSource> mailsOf(String key) {
    int slash = key.indexOf(" /");
    int space = slash < 0 ? key.indexOf(' ') : slash;
    return space <= 0 || space + 1 == key.length()
        ? Optional.empty()
        : Optional.of(new Mails(key.substring(0, space), key.substring(space + 1)));
  }
}
