package dev.chesterton.cli;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Gives old classes of a jar a newer format, in place. The launcher starts it after a build, for picocli.
 *
 * <p>Of classes older than Java 6 the JVM keeps nothing in its startup file, and it checks them by inferring all types
 * anew at each start. Newer ones carry those types with them ({@code StackMapTable}, JVMS 4.7.4), which are worked out
 * here once. What the classes do stays the same.
 */
final class NewerClasses {

  /** Java 8, whose format knows nothing that older code could run into. */
  private static final int NEWER = ClassFile.JAVA_8_VERSION;

  /** The first format in which types stand. */
  private static final int LEAST = ClassFile.JAVA_6_VERSION;

  private final ClassFile format;

  private NewerClasses(ClassLoader classes) {
    ClassHierarchyResolver hierarchy = ClassHierarchyResolver.ofResourceParsing(classes);
    this.format = ClassFile.of(ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
        ClassFile.ClassHierarchyResolverOption.of(hierarchy));
  }

  /** Argument: the jar. */
  public static void main(String[] arguments) throws IOException {
    Path jar = Path.of(arguments[0]);
    Path written = jar.resolveSibling(jar.getFileName() + ".new");
    try (URLClassLoader classes = new URLClassLoader(new URL[]{jar.toUri().toURL()});
        ZipFile from = new ZipFile(jar.toFile());
        ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(written))) {
      NewerClasses newer = new NewerClasses(classes);
      for (ZipEntry entry : Collections.list(from.entries())) {
        ZipEntry same = new ZipEntry(entry.getName());
        same.setTime(entry.getTime());
        to.putNextEntry(same);
        byte[] bytes = from.getInputStream(entry).readAllBytes();
        to.write(entry.getName().endsWith(".class") ? newer.of(bytes) : bytes);
      }
    }
    Files.move(written, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private byte[] of(byte[] bytes) {
    ClassModel model = format.parse(bytes);
    if (model.majorVersion() >= LEAST) {
      return bytes;
    }
    // The bodies have to be passed on instruction by instruction, or they are copied as they are.
    byte[] newer = format.transformClass(model,
        ClassTransform.transformingMethodBodies((code, element) -> code.with(element))
            .andThen(ClassTransform.endHandler(type -> type.withVersion(NEWER, 0))));
    format.verify(newer).stream().findFirst().ifPresent(error -> {
      throw error;
    });
    return newer;
  }
}
