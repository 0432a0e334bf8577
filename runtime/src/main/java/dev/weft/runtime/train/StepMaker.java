package dev.weft.runtime.train;

import dev.weft.runtime.data.Batch;
import dev.weft.runtime.model.Model;
import dev.weft.runtime.model.SideOutput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Makes the steps of a training: forward, loss, backward, optimizer. */
final class StepMaker {
  private final Trainer trainer;
  private final Model model;
  private final Optional<Accumulator> accumulator;

  /**
   * What came of a step.
   *
   * @param loss no number if the parameters are as before, for it was none
   * @param right the number of right answers before the weights changed
   * @param output what the network made of the last part
   */
  record Outcome(double loss, int right, INDArray output) {}

  StepMaker(Trainer trainer) {
    this.trainer = trainer;
    model = trainer.model;
    accumulator =
        trainer.options.microBatches() == 1
            ? Optional.empty()
            : Optional.of(new Accumulator(trainer.optimizer.parameters()));
  }

  /** Makes a step with a batch. */
  Outcome make(Batch batch, double rate) {
    Outcome outcome =
        accumulator.isEmpty()
            ? pass(batch.images(), 1, batch.labels())
            : passes(batch, accumulator.get());
    if (Double.isFinite(outcome.loss())) {
      trainer.clip.ifPresent(bound -> bound.apply(trainer.optimizer.parameters()));
      trainer.optimizer.step(rate);
      trainer.average.ifPresent(average -> average.update());
    }
    return outcome;
  }

  /** How many images each part of a batch has, but the last, which has the rest. */
  static int partOf(int images, int microBatches) {
    return (images + microBatches - 1) / microBatches;
  }

  private Outcome passes(Batch batch, Accumulator sums) {
    int images = batch.labels().length;
    int part = partOf(images, trainer.options.microBatches());
    double loss = 0;
    int right = 0;
    Outcome last = null;
    for (int from = 0; from < images; from += part) {
      int to = Math.min(images, from + part);
      double share = (double) (to - from) / images;
      INDArray some = batch.images().get(NDArrayIndex.interval(from, to));
      last = pass(some, share, Arrays.copyOfRange(batch.labels(), from, to));
      loss += share * last.loss();
      right += last.right();
      if (!Double.isFinite(loss)) {
        break;
      }
      sums.add(from == 0);
    }
    sums.finish();
    return new Outcome(loss, right, last.output());
  }

  /**
   * Forward and backward pass.
   *
   * @param share of these images in their batch, by which gradients count
   */
  private Outcome pass(INDArray images, double share, int... labels) {
    INDArray output = model.forward(images);
    Loss.Result result = trainer.loss.of(output, labels);
    double total = result.value();
    List<INDArray> sideGradients = new ArrayList<>();
    for (SideOutput side : model.sideOutputs()) {
      Loss.Result sideResult = trainer.loss.of(side.values(), labels);
      total += side.weight() * sideResult.value();
      sideGradients.add(sideResult.gradient().mul(side.weight() * share));
    }
    if (Double.isFinite(total)) {
      INDArray gradient = share == 1 ? result.gradient() : result.gradient().muli(share);
      model.backward(gradient, sideGradients.toArray(INDArray[]::new));
    }
    return new Outcome(total, right(output, labels), output);
  }

  private static int right(INDArray output, int... labels) {
    int[] answers = Scores.best(output);
    int right = 0;
    for (int i = 0; i < labels.length; i++) {
      right += answers[i] == labels[i] ? 1 : 0;
    }
    return right;
  }
}
