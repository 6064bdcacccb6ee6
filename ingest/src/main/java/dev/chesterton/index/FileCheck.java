package dev.chesterton.index;

import dev.chesterton.source.Problem;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;

/**
 * Files of an index, each compared with the checksum at its end.
 *
 * @param count of files that are there
 * @param bytes of them
 */
record FileCheck(List<Problem> problems, int count, long bytes) {

  static FileCheck of(Directory directory, Collection<String> names) {
    List<Problem> problems = new ArrayList<>();
    int count = 0;
    long bytes = 0;
    for (String name : names.stream().sorted().toList()) {
      try (IndexInput file = directory.openInput(name, IOContext.READONCE)) {
        count++;
        bytes += file.length();
        CodecUtil.checksumEntireFile(file);
      } catch (FileNotFoundException | NoSuchFileException _) {
        problems.add(new Problem(name, "is missing"));
      } catch (IOException | RuntimeException e) {
        // What Lucene makes of damaged files is not always an IOException.
        problems.add(new Problem(name, LuceneStore.said(e)));
      }
    }
    return new FileCheck(problems, count, bytes);
  }
}
