package dev.chesterton.finding.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrainingTest {

  @Test
  void weighsWhatTellsApartMoreThanWhatDoesNot() {
    Weights weights = Training.learn(lessons(), 0.1);

    assertThat(weight(weights, Signal.EFFECTS.word())).isGreaterThan(0.5);
    assertThat(weight(weights, Signal.FIX.word())).isBetween(-0.2, 0.2);
  }

  @Test
  void oneInTenReachesTheBound() {
    List<Lesson> lessons = lessons();
    Weights weights = Training.learn(lessons, 0.1);
    long above = lessons.stream()
        .filter(lesson -> weights.bias()
            + weights.of(Signal.EFFECTS.word(), lesson.signals().getOrDefault(Signal.EFFECTS, 0.0))
            + weights.of(Signal.FIX.word(),
                lesson.signals().getOrDefault(Signal.FIX, 0.0)) >= weights.look())
        .count();

    assertThat(above).isBetween(20L, 60L);
  }

  @Test
  void picksTheLineThatIsLikeTheNeededOnes() {
    Weights weights = Training.learn(lessons(), 0.1);

    assertThat(weight(weights, LineSignal.CALL.word())).isPositive();
    assertThat(weight(weights, LineSignal.DECLARATION.word())).isNegative();
  }

  @Test
  void theSameLessonsGiveTheSameWeights() {
    assertThat(Training.learn(lessons(), 0.1).text())
        .isEqualTo(Training.learn(lessons(), 0.1).text());
  }

  @Test
  void lessonsOfOneKindTeachNothing() {
    List<Lesson> harmless = lessons().stream().filter(lesson -> !lesson.wasNeeded()).toList();
    assertThatThrownBy(() -> Training.learn(harmless, 0.1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("all lessons are of one kind");
  }

  @Test
  void weightsReadBackAsTheyWereWritten() {
    Weights weights = Training.learn(lessons(), 0.1);

    assertThat(Weights.read("weights", weights.text()).problems()).isEmpty();
    assertThat(Weights.read("weights", weights.text()).value().text()).isEqualTo(weights.text());
  }

  @Test
  void brokenLineOfWeightsIsNamed() {
    assertThat(Weights.read("weights", "bias 1\neffects 1 nothing 2\n# words\n").problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.toString()).startsWith("weights:2: "));
  }

  private static double weight(Weights weights, String word) {
    return Optional.ofNullable(weights.terms().get(word)).orElseThrow().weight();
  }

  /** Of 200, those with a lost effect were needed, save each fifth; every third names a fix. */
  private static List<Lesson> lessons() {
    List<Lesson> lessons = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      boolean hasEffect = i % 4 == 0;
      boolean wasNeeded = hasEffect && i % 5 != 0;
      lessons.add(new Lesson(wasNeeded,
          Map.of(Signal.EFFECTS, hasEffect ? 1.0 : 0.0, Signal.FIX, i % 3 == 0 ? 1.0 : 0.0),
          List.of(Map.of(LineSignal.DECLARATION, 1.0), Map.of(LineSignal.CALL, 1.0)),
          wasNeeded ? Set.of(1) : Set.of()));
    }
    return lessons;
  }
}
