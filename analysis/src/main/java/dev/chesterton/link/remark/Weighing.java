package dev.chesterton.link.remark;

import dev.chesterton.link.remark.Paragraph.Sentence;

/**
 * What the phrases of a paragraph come to. Its heaviest sentence counts in full, the others half and up to a bound: an
 * explanation of many sentences is no objection for its length.
 *
 * @param score in tenths of an objection; below 0 where they speak for what is answered
 * @param refuses one of them turns a patch away as a whole
 * @param heaviest the sentence that speaks most against it
 */
record Weighing(int score, boolean refuses, Sentence heaviest) {

  /** Phrases as light as this count so much together at most in a sentence. */
  private static final int LIGHT = 4;
  private static final int MOST_OF_LIGHT = 6;

  private static final int MOST_OF_OTHERS = 4;

  static Weighing of(Paragraph paragraph) {
    OfSentence heaviest = OfSentence.of(paragraph.sentences().getFirst());
    int against = 0;
    int inFavour = 0;
    boolean refuses = false;
    for (Sentence sentence : paragraph.sentences()) {
      OfSentence own = OfSentence.of(sentence);
      against += own.against;
      inFavour += own.inFavour;
      refuses |= own.refuses;
      heaviest = own.against > heaviest.against ? own : heaviest;
    }
    int others = Math.min((against - heaviest.against) / 2, MOST_OF_OTHERS);
    return new Weighing(heaviest.against + others - inFavour, refuses, heaviest.sentence);
  }

  private record OfSentence(Sentence sentence, int against, int inFavour, boolean refuses) {

    /** What is put as a question speaks half as much against a patch, and refuses nothing. */
    static OfSentence of(Sentence sentence) {
      int against = 0;
      int light = 0;
      int inFavour = 0;
      int slight = 0;
      boolean refuses = false;
      for (Cue cue : Cues.ofProgram().in(sentence.text())) {
        switch (cue.kind()) {
          case REFUSES, AGAINST -> {
            light += cue.weight() <= LIGHT ? cue.weight() : 0;
            against += cue.weight() <= LIGHT ? 0 : cue.weight();
            refuses |= cue.kind() == Cue.Kind.REFUSES && !sentence.isAsked();
          }
          case FOR, AGREES -> inFavour += cue.weight();
          case SLIGHT -> slight += cue.weight();
          case WITHDRAWS, ASKS -> {
          }
        }
      }
      int all = Math.max(0, against + Math.min(light, MOST_OF_LIGHT) - slight);
      return new OfSentence(sentence, sentence.isAsked() ? all / 2 : all, inFavour, refuses);
    }
  }
}
