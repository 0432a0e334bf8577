package dev.weft.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.weft.runtime.memory.Room;
import dev.weft.runtime.tensor.DataType;
import dev.weft.runtime.testing.TestArrays;
import org.bytedeco.javacpp.FloatPointer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Batches that do not fit in memory. */
class BatchMemoryTest {
  private static final long PARAMETER_BYTES = (TinyNetwork.PARAMETERS + 6) * 4L;

  private final TinyNetwork network = new TinyNetwork(ModelOptions.defaults());
  private long available;

  private static INDArray images(int batch) {
    return TestArrays.normal(1, org.nd4j.linalg.api.buffer.DataType.FLOAT, batch, 2, 4, 4);
  }

  private void limit(long bytes) {
    available = bytes;
    network.memory = new MemoryGuard(() -> new Room(available, "the test's limit"));
  }

  @Test
  void thePlanIsWhatPassesTake() {
    network.predict(images(8));
    network.forward(images(8));
    assertThat(network.bufferBytes())
        .isEqualTo(
            network.type().inferenceBytes(8, DataType.FLOAT)
                + network.type().trainingBytes(8, DataType.FLOAT));
  }

  @Test
  void predictionSaysWhatItNeedsWhatThereIsAndWhatFitsBeforeItAllocates() {
    limit(100_000);
    assertThatExceptionOfType(BatchTooLargeException.class)
        .isThrownBy(() -> network.predict(images(2_000)))
        .withMessage(
            "the network TinyNetwork cannot predict a batch of 2,000: it needs 441.5 KB of memory,"
                + " 392.0 KB of them for its planned buffers, but 100.0 KB are available by the"
                + " test's limit; the largest batch that fits is 451");
    assertThat(network.batchesPredicted).isEmpty();
    assertThat(network.bufferBytes()).isZero();
  }

  @Test
  void trainingCountsItsOwnPlan() {
    limit(100_000);
    BatchTooLargeException error =
        catchThrowableOfType(BatchTooLargeException.class, () -> network.forward(images(2_000)));
    long perImage = TinyNetwork.TRAINING_BYTES * 9 / 8;
    assertThat(error.neededBytes()).isEqualTo(2_000 * perImage + 3 * PARAMETER_BYTES);
    assertThat(error.availableBytes()).isEqualTo(100_000);
    assertThat(error.largestBatch()).isEqualTo((int) ((100_000 - 3 * PARAMETER_BYTES) / perImage));
    assertThat(error).hasMessageContaining("the network TinyNetwork cannot train on a batch of");
    assertThat(network.batchesTrained).isEmpty();
  }

  @Test
  void whatIsPreparedNeedsNoMoreMemory() {
    network.prepareInference(8);
    network.prepareTraining(4);
    assertThat(network.batchesPredicted).containsExactly(8);
    assertThat(network.batchesTrained).containsExactly(4);
    limit(0);
    assertThat(network.predict(images(8)).size(0)).isEqualTo(8);
    assertThat(network.forward(images(4)).size(0)).isEqualTo(4);
  }

  @Test
  void whatDoesNotFitIsNotPrepared() {
    limit(100_000);
    assertThatThrownBy(() -> network.prepareInference(2_000))
        .isInstanceOf(BatchTooLargeException.class)
        .hasMessageContaining("cannot predict a batch of 2,000: it needs 441.5 KB of memory");
    assertThatThrownBy(() -> network.prepareTraining(2_000))
        .isInstanceOf(BatchTooLargeException.class)
        .hasMessageContaining("cannot train on a batch of 2,000");
    assertThatThrownBy(() -> network.prepareInference(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the network TinyNetwork takes batches of 2 x 4 x 4, but none of 0");
    assertThat(network.bufferBytes()).isZero();
  }

  @Test
  void theLargestBatchThatIsNamedDoesFit() {
    limit(100_000);
    BatchTooLargeException error =
        catchThrowableOfType(BatchTooLargeException.class, () -> network.predict(images(2_000)));
    int largest = error.largestBatch();
    assertThatThrownBy(() -> network.predict(images(largest + 1)))
        .isInstanceOf(BatchTooLargeException.class);
    assertThat(network.predict(images(largest)).size(0)).isEqualTo(largest);
  }

  @Test
  void whereNothingFitsItSaysSo() {
    limit(700);
    assertThatExceptionOfType(BatchTooLargeException.class)
        .isThrownBy(() -> network.predict(images(1)))
        .withMessageEndingWith("; not even a batch of 1 fits")
        .satisfies(error -> assertThat(error.largestBatch()).isZero());
  }

  @Test
  void passesOfOtherBatchesGoWhereMemoryIsShort() {
    limit(1_000_000);
    network.predict(images(1));
    network.predict(images(2));
    limit(0);
    assertThatThrownBy(() -> network.predict(images(3))).isInstanceOf(BatchTooLargeException.class);
    limit(1_000_000);
    network.predict(images(2));
    assertThat(network.batchesPredicted).containsExactly(1, 2, 2);
  }

  @Test
  void aPassThatIsThereNeedsNothingMore() {
    network.predict(images(4));
    limit(0);
    assertThat(network.predict(images(4)).size(0)).isEqualTo(4);
  }

  @Test
  void whatRefusesMemoryOnTheWayIsTheCause() {
    network.whilePredicting = () -> new FloatPointer(Long.MAX_VALUE / 8).close();
    assertThatExceptionOfType(BatchTooLargeException.class)
        .isThrownBy(() -> network.predict(images(2)))
        .withMessageContaining(
            "a batch of 2: it needs",
            "; the largest batch that fits is 1. Memory ran out on the way: Cannot allocate new FloatPointer")
        .withCauseInstanceOf(OutOfMemoryError.class);
    network.whilePredicting = () -> {};
    network.predict(images(2));
  }

  @Test
  void whatThePassHasIsAvailableAgainWhenItFails() {
    limit(1_000_000);
    network.whileRunning =
        () -> {
          available = 0;
          throw new IllegalStateException("Allocation failed: [std::bad_alloc]");
        };
    assertThatExceptionOfType(BatchTooLargeException.class)
        .isThrownBy(() -> network.predict(images(100)))
        .withMessageContainingAll("19.6 KB are available", "bad_alloc")
        .satisfies(error -> assertThat(error.largestBatch()).isBetween(50, 99));
    network.whileRunning = () -> {};
    limit(1_000_000);
    network.predict(images(100));
    assertThat(network.batchesPredicted).containsExactly(100, 100);
  }

  @Test
  void anotherErrorStaysWhatItIs() {
    network.whilePredicting =
        () -> {
          throw new OutOfMemoryError("Java heap space");
        };
    assertThatThrownBy(() -> network.predict(images(2)))
        .isInstanceOf(OutOfMemoryError.class)
        .hasMessage("Java heap space");
  }
}
