package dev.chesterton.syntax;

import io.github.treesitter.jtreesitter.Language;
import io.github.treesitter.jtreesitter.NativeLibraryLookup;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/**
 * Loads tree-sitter from the native libraries in bonede's jars.
 *
 * <p>Public only because jtreesitter finds it through {@link java.util.ServiceLoader} (see
 * META-INF/services), which asks for a public class. The libraries stay loaded for the life of the
 * process.
 */
public final class TreeSitterLibrary implements NativeLibraryLookup {

  /** A name every usable core exports; the Windows one of 0.26.6 hides all but its JNI binding. */
  private static final String CORE_SYMBOL = "ts_parser_new";

  /** Each parser asks; the jars do not change under a running program. */
  private static volatile boolean usable;

  /** For {@link java.util.ServiceLoader}. */
  public TreeSitterLibrary() {}

  @Override
  public SymbolLookup get(Arena arena) {
    return Core.LOOKUP;
  }

  /** The C grammar; ask {@link #requireUsable} before. */
  static Language c() {
    return Grammar.C;
  }

  /** Throws {@link IllegalStateException} of one line unless this platform can parse. */
  static void requireUsable() {
    if (!usable) {
      look();
      usable = true;
    }
  }

  private static void look() {
    String platform = platform(System.getProperty("os.name"), System.getProperty("os.arch"));
    requirePresent(platform);
    if (Core.LOOKUP.find(CORE_SYMBOL).isEmpty()) {
      throw new IllegalStateException(
          "cannot use tree-sitter on '" + platform + "': its library exports no C functions");
    }
  }

  /** Name of a platform as the jars spell it, {@code x86_64-linux-gnu} for instance. */
  static String platform(String osName, String osArch) {
    String os = osName.toLowerCase(Locale.ROOT);
    String system = os.startsWith("mac") ? "macos" : os.startsWith("win") ? "windows" : "linux-gnu";
    String processor = switch (osArch.toLowerCase(Locale.ROOT)) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64", "arm64" -> "aarch64";
      default -> osArch;
    };
    return processor + "-" + system;
  }

  /** Throws {@link IllegalStateException} unless the jars hold both libraries for a platform. */
  static void requirePresent(String platform) {
    for (String library : new String[]{"tree-sitter", "tree-sitter-c"}) {
      if (TreeSitterLibrary.class.getResource(resource(platform, library)) == null) {
        throw new IllegalStateException(
            "cannot find library '" + library + "' for platform '" + platform + "'");
      }
    }
  }

  private static String resource(String platform, String library) {
    String extension = platform.endsWith("macos") ? ".dylib"
        : platform.endsWith("windows") ? ".dll" : ".so";
    return "/lib/" + platform + "-" + library + extension;
  }

  @SuppressWarnings("restricted") // native access is what this class is for
  private static SymbolLookup load(String library) {
    String platform = platform(System.getProperty("os.name"), System.getProperty("os.arch"));
    requirePresent(platform);
    try (InputStream packed = TreeSitterLibrary.class
        .getResourceAsStream(resource(platform, library))) {
      Path file = Files.createTempFile("chesterton-" + library, ".library");
      try {
        Files.copy(packed, file, StandardCopyOption.REPLACE_EXISTING);
        return SymbolLookup.libraryLookup(file, Arena.global());
      } finally {
        deleteNowOrAtExit(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack library '" + library + "'", e);
    }
  }

  /** Linux and macOS let a loaded library be deleted, Windows does not. */
  private static void deleteNowOrAtExit(Path file) {
    try {
      Files.delete(file);
    } catch (IOException stillInUse) {
      file.toFile().deleteOnExit();
    }
  }

  /** Holders, so that each library is loaded once and not before it is needed. */
  private static final class Core {
    static final SymbolLookup LOOKUP = load("tree-sitter");
  }

  private static final class Grammar {
    static final Language C = Language.load(load("tree-sitter-c"), "tree_sitter_c");
  }
}
