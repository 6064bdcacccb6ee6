package dev.chesterton.index;

import dev.chesterton.change.LineKeys;
import java.util.PrimitiveIterator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;

/** Hands line keys to Lucene as terms of eight bytes, without making a field for each. */
final class LineKeyStream extends TokenStream {
  private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
  private final BytesRef bytes = new BytesRef(new byte[Long.BYTES], 0, Long.BYTES);
  private final LineKeys keys;
  private PrimitiveIterator.OfLong rest;

  LineKeyStream(LineKeys keys) {
    this.keys = keys;
    this.rest = keys.stream().iterator();
  }

  /** The term of a key; terms sort as the keys do. */
  static BytesRef term(long key) {
    byte[] bytes = new byte[Long.BYTES];
    NumericUtils.longToSortableBytes(key, bytes, 0);
    return new BytesRef(bytes);
  }

  @Override
  public void reset() {
    rest = keys.stream().iterator();
  }

  @Override
  public boolean incrementToken() {
    if (!rest.hasNext()) {
      return false;
    }
    clearAttributes();
    NumericUtils.longToSortableBytes(rest.nextLong(), bytes.bytes, 0);
    term.setBytesRef(bytes);
    return true;
  }
}
