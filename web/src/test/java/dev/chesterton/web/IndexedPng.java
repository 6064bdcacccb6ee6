package dev.chesterton.web;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * A picture of a page in at most 256 colours, which makes a file a third as long. Of colours that look alike the most
 * frequent one stays, so that a small mark keeps its own.
 */
final class IndexedPng {

  private static final int MOST_COLORS = 256;
  private static final int OPAQUE = 0xff000000;
  /** The upper half of each channel. */
  private static final int COARSE = 0xf0f0f0;

  private final BufferedImage picture;

  private IndexedPng(BufferedImage picture) {
    this.picture = picture;
  }

  /** @throws UncheckedIOException where the bytes are no picture */
  static IndexedPng of(byte[] bytes) {
    try {
      BufferedImage read = ImageIO.read(new ByteArrayInputStream(bytes));
      if (read == null) {
        throw new IOException("no picture");
      }
      return new IndexedPng(read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int width() {
    return picture.getWidth();
  }

  int height() {
    return picture.getHeight();
  }

  /** Pixels of a band that are not of the colour most pixels of the picture have, of 0 to 1. */
  double ink(int fromRow, int toRow) {
    int ground = colors().getFirst();
    long other = IntStream.range(fromRow, toRow)
        .flatMap(y -> IntStream.range(0, width()).map(x -> picture.getRGB(x, y) | OPAQUE))
        .filter(color -> color != ground)
        .count();
    return (double) other / ((long) width() * (toRow - fromRow));
  }

  /** The most frequent first; ties by value. */
  private List<Integer> colors() {
    Map<Integer, Integer> counts = new TreeMap<>();
    for (int y = 0; y < height(); y++) {
      for (int x = 0; x < width(); x++) {
        counts.merge(picture.getRGB(x, y) | OPAQUE, 1, Integer::sum);
      }
    }
    return counts.entrySet()
        .stream()
        .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Writes it, folders included. */
  void write(Path file) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (OutputStream out = Files.newOutputStream(file);
          ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
        ImageWriteParam smallest = writer.getDefaultWriteParam();
        smallest.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        smallest.setCompressionQuality(0);
        writer.setOutput(stream);
        writer.write(null, new IIOImage(indexed(), null, null), smallest);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
  }

  private BufferedImage indexed() {
    Set<Integer> told = new HashSet<>();
    int[] colors = colors().stream()
        .filter(color -> told.add(color & COARSE))
        .limit(MOST_COLORS)
        .mapToInt(Integer::intValue)
        .toArray();
    IndexColorModel model = new IndexColorModel(Byte.SIZE, colors.length, colors, 0, false, -1,
        DataBuffer.TYPE_BYTE);
    BufferedImage indexed = new BufferedImage(width(), height(), BufferedImage.TYPE_BYTE_INDEXED,
        model);
    Map<Integer, Integer> nearest = new TreeMap<>();
    for (int y = 0; y < height(); y++) {
      for (int x = 0; x < width(); x++) {
        int index = nearest.computeIfAbsent(picture.getRGB(x, y) | OPAQUE,
            color -> nearest(color, colors));
        indexed.getRaster().setSample(x, y, 0, index);
      }
    }
    return indexed;
  }

  private static int nearest(int color, int[] colors) {
    return IntStream.range(0, colors.length)
        .boxed()
        .min(Comparator.comparingInt(index -> distance(color, colors[index])))
        .orElseThrow();
  }

  private static int distance(int one, int other) {
    int sum = 0;
    for (int shift = 0; shift < Integer.SIZE - Byte.SIZE; shift += Byte.SIZE) {
      int difference = ((one >> shift) & 0xff) - ((other >> shift) & 0xff);
      sum += difference * difference;
    }
    return sum;
  }
}
