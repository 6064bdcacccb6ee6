package dev.chesterton.index;

import dev.chesterton.source.MailSource;
import dev.chesterton.source.MailSources;
import dev.chesterton.source.ReadLimits;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;

/**
 * An ingest in a process of its own, to be killed: it says on standard output when it is about to change a file, one
 * {@code .} each, and {@code C} where a commit is about to take place.
 */
final class KillableIngest {
  static final int COMMIT_EVERY = 10;

  private KillableIngest() {}

  /** Arguments: store, then list and archive, as often as there are lists. */
  public static void main(String[] arguments) throws IOException {
    Path store = Path.of(arguments[0]);
    Path index = Files.createDirectories(LuceneStore.indexOf(store));
    OutputStream said = new FileOutputStream(FileDescriptor.out);
    Directory directory = new TellingDirectory(FSDirectory.open(index), said);
    try (IndexUpdate update = LuceneUpdate.open(store, "test", directory)) {
      Ingest ingest = new Ingest(update, ReadLimits.DEFAULT, new Ingest.Effort(2, COMMIT_EVERY),
          Progress.SILENT);
      for (int i = 1; i < arguments.length; i += 2) {
        for (MailSource source : MailSources.open(Path.of(arguments[i + 1]), ReadLimits.DEFAULT)) {
          ingest.mails(arguments[i], source);
        }
      }
    }
  }

  /** Tells what it does before it does it. */
  private static final class TellingDirectory extends FilterDirectory {
    private final OutputStream said;

    TellingDirectory(Directory directory, OutputStream said) {
      super(directory);
      this.said = said;
    }

    private void say(char what) throws IOException {
      said.write(what);
      said.flush();
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
      say('.');
      return new Output(super.createOutput(name, context));
    }

    @Override
    public IndexOutput createTempOutput(String prefix, String suffix, IOContext context)
        throws IOException {
      say('.');
      return new Output(super.createTempOutput(prefix, suffix, context));
    }

    @Override
    public void sync(Collection<String> names) throws IOException {
      // A killed process loses nothing that the system has; a sync would be most of the time.
      say('.');
    }

    @Override
    public void syncMetaData() throws IOException {
      say('.');
    }

    @Override
    public void deleteFile(String name) throws IOException {
      say('.');
      super.deleteFile(name);
    }

    /** Lucene commits by giving the new list of segments its name. */
    @Override
    public void rename(String source, String dest) throws IOException {
      say('C');
      super.rename(source, dest);
    }

    /** A file under way. */
    private final class Output extends FilterIndexOutput {
      Output(IndexOutput out) {
        super("telling " + out.getName(), out.getName(), out);
      }

      @Override
      public void writeBytes(byte[] bytes, int offset, int length) throws IOException {
        say('.');
        super.writeBytes(bytes, offset, length);
      }

      @Override
      public void close() throws IOException {
        super.close();
        say('.');
      }
    }
  }
}
