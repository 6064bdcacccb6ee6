package dev.chesterton.syntax;

import io.github.treesitter.jtreesitter.InputEncoding;
import io.github.treesitter.jtreesitter.Language;
import io.github.treesitter.jtreesitter.Node;
import io.github.treesitter.jtreesitter.Parser;
import io.github.treesitter.jtreesitter.Tree;
import io.github.treesitter.jtreesitter.TreeCursor;
import java.lang.foreign.Arena;
import java.lang.foreign.SegmentAllocator;
import java.util.Arrays;
import java.util.Optional;

/**
 * Parses C with tree-sitter and copies the tree out, so that nothing native leaves {@link #parse}.
 *
 * <p>May be used by many threads at once: every call has a parser of its own.
 */
final class TreeSitterParser {

  /**
   * How long one text may take. Ordinary C needs a second for a megabyte; a text made of nothing
   * but "struct" takes time that grows with its square. A stopwatch and not a count of steps,
   * because such a text takes few steps, each of them long.
   */
  private static final long MAX_PARSE_NANOS = 5_000_000_000L;

  /** Characters handed over at once. */
  private static final int CHUNK_CHARACTERS = 32 * 1024;

  /** A TSNode is 32 bytes on 64-bit machines; this leaves room. */
  private static final int NODE_BYTES = 64;

  private static final short ERROR_SYMBOL = -1;

  private final Language language;
  private final String[] types;
  private final String[] fields;

  private TreeSitterParser(Language language) {
    this.language = language;
    this.types = new String[language.getSymbolCount()];
    for (short symbol = 0; symbol < types.length; symbol++) {
      types[symbol] = language.isNamed(symbol) ? language.getSymbolName(symbol) : "";
    }
    this.fields = new String[language.getFieldCount() + 1];
    fields[0] = "";
    for (short field = 1; field < fields.length; field++) {
      fields[field] = language.getFieldNameForId(field);
    }
  }

  /**
   * The parser for this process.
   *
   * @throws IllegalStateException with a message of one line, if this platform has no library
   */
  static TreeSitterParser c() {
    // Asked first: a failure inside the holder would surface as an Error, once and unreadable.
    TreeSitterLibrary.requireUsable();
    return Holder.C;
  }

  /**
   * Parses ASCII text.
   *
   * @return the tree, or empty if the text took longer than it may
   */
  Optional<SyntaxTree> parse(String code) {
    long start = System.nanoTime();
    // Called from native code, where an exception would end the process.
    Parser.Options options = new Parser.Options(
        state -> System.nanoTime() - start > MAX_PARSE_NANOS);
    try (Parser parser = new Parser(language)) {
      Optional<Tree> parsed = parser.parse((offset, point) -> chunk(code, offset),
          InputEncoding.UTF_8, options);
      if (parsed.isEmpty()) {
        return Optional.empty();
      }
      try (Tree tree = parsed.get()) {
        return Optional.of(copy(tree));
      }
    }
  }

  private static String chunk(String code, int offset) {
    int start = Math.clamp(offset, 0, code.length());
    return code.substring(start, Math.min(code.length(), start + CHUNK_CHARACTERS));
  }

  private SyntaxTree copy(Tree tree) {
    SyntaxTree result = new SyntaxTree();
    try (Arena arena = Arena.ofConfined();
        TreeCursor cursor = tree.walk()) {
      // One node is looked at a time, so all of them may share one piece of memory.
      SegmentAllocator oneNode = SegmentAllocator.prefixAllocator(arena.allocate(NODE_BYTES, 8));
      int[] openNodes = new int[64];
      int depth = 0;
      boolean isGoingDown = true;
      while (true) {
        if (isGoingDown) {
          if (depth == openNodes.length) {
            openNodes = Arrays.copyOf(openNodes, 2 * depth);
          }
          openNodes[depth] = add(result, cursor, cursor.getCurrentNode(oneNode));
        }
        if (isGoingDown && cursor.gotoFirstChild()) {
          depth++;
          continue;
        }
        if (openNodes[depth] >= 0) {
          result.close(openNodes[depth]);
        }
        isGoingDown = cursor.gotoNextSibling();
        if (!isGoingDown) {
          if (!cursor.gotoParent()) {
            return result;
          }
          depth--;
        }
      }
    }
  }

  /** Adds a node if it has a name in the grammar; signs and keywords have none, and give -1. */
  private int add(SyntaxTree result, TreeCursor cursor, Node node) {
    short symbol = node.getSymbol();
    int start = node.getStartByte();
    int end = node.getEndByte();
    boolean isError = symbol == ERROR_SYMBOL;
    if (isError || start == end && node.isMissing()) {
      result.countError();
    }
    String type = isError ? "ERROR" : types[symbol];
    return type.isEmpty()
        ? -1
        : result.open(type, fields[cursor.getCurrentFieldId()], start, end);
  }

  private static final class Holder {
    static final TreeSitterParser C = new TreeSitterParser(TreeSitterLibrary.c());
  }
}
