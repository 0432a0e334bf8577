package dev.weft.runtime.train;

import dev.weft.runtime.schedule.Plateau;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Where a training stands, but for its arrays; what a checkpoint holds of it. */
final class RunState {
  /** Steps made in all. */
  long step;

  /** Steps made of the present epoch. */
  int stepOfEpoch;

  /** Of the present epoch: images seen, the sum of their losses, right answers, seconds spent. */
  int images;

  double lossSum;
  int right;
  double seconds;
  double rate;

  /** Completed epochs. */
  final List<Epoch> epochs = new ArrayList<>();

  Plateau.Stand plateau = new Plateau(2, 0, 0).start();

  /** The epochs since the first of those with the lowest figure. */
  int sinceBest() {
    double best = Double.POSITIVE_INFINITY;
    int since = 0;
    for (Epoch epoch : epochs) {
      boolean isBetter = epoch.figure() < best;
      best = isBetter ? epoch.figure() : best;
      since = isBetter ? 0 : since + 1;
    }
    return since;
  }

  /** The mean loss of the present epoch. */
  double loss() {
    return lossSum / images;
  }

  /** The part of its images that were classified rightly. */
  double accuracy() {
    return (double) right / images;
  }

  /** Begins the next epoch. */
  void startEpoch() {
    stepOfEpoch = 0;
    images = 0;
    lossSum = 0;
    right = 0;
    seconds = 0;
  }

  /** Takes in an epoch that was completed. */
  void add(Epoch epoch, Optional<Plateau> rule) {
    epochs.add(epoch);
    rule.ifPresent(one -> plateau = one.next(plateau, epoch.figure()));
    startEpoch();
  }

  /** As names and numbers. */
  Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("step", step);
    map.put("stepOfEpoch", stepOfEpoch);
    map.put("images", images);
    map.put("lossSum", lossSum);
    map.put("right", right);
    map.put("seconds", seconds);
    map.put("rate", rate);
    map.put("plateau", List.of(text(plateau.best()), plateau.since(), plateau.divided()));
    map.put("epochs", epochs.stream().map(RunState::toMap).toList());
    return map;
  }

  /** JSON has no infinity. */
  private static String text(double number) {
    return Double.toString(number);
  }

  private static Map<String, Object> toMap(Epoch epoch) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("number", epoch.number());
    map.put("loss", epoch.loss());
    map.put("accuracy", epoch.accuracy());
    epoch.testAccuracy().ifPresent(accuracy -> map.put("testAccuracy", accuracy));
    map.put("rate", epoch.rate());
    map.put("imagesPerSecond", epoch.imagesPerSecond());
    map.put("seconds", epoch.seconds());
    return map;
  }

  /** What {@link #toMap} gave. */
  static RunState of(Map<String, Object> map) {
    RunState state = new RunState();
    state.step = number(map, "step").longValue();
    state.stepOfEpoch = number(map, "stepOfEpoch").intValue();
    state.images = number(map, "images").intValue();
    state.lossSum = number(map, "lossSum").doubleValue();
    state.right = number(map, "right").intValue();
    state.seconds = number(map, "seconds").doubleValue();
    state.rate = number(map, "rate").doubleValue();
    List<?> stand = (List<?>) map.get("plateau");
    state.plateau =
        new Plateau.Stand(
            Double.parseDouble((String) stand.get(0)),
            ((Number) stand.get(1)).intValue(),
            ((Number) stand.get(2)).doubleValue());
    for (Object each : (List<?>) map.get("epochs")) {
      state.epochs.add(epoch((Map<?, ?>) each));
    }
    return state;
  }

  private static Epoch epoch(Map<?, ?> map) {
    return new Epoch(
        number(map, "number").intValue(),
        number(map, "loss").doubleValue(),
        number(map, "accuracy").doubleValue(),
        map.containsKey("testAccuracy")
            ? OptionalDouble.of(number(map, "testAccuracy").doubleValue())
            : OptionalDouble.empty(),
        number(map, "rate").doubleValue(),
        number(map, "imagesPerSecond").doubleValue(),
        number(map, "seconds").doubleValue());
  }

  private static Number number(Map<?, ?> map, String name) {
    return (Number) map.get(name);
  }
}
