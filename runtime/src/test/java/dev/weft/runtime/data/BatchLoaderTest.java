package dev.weft.runtime.data;

import static dev.weft.runtime.augment.Transforms.colorJitter;
import static dev.weft.runtime.augment.Transforms.pcaNoise;
import static dev.weft.runtime.augment.Transforms.randomHorizontalFlip;
import static dev.weft.runtime.augment.Transforms.randomResizedCrop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.dsl.Shape;
import dev.weft.runtime.augment.Augmentation;
import dev.weft.runtime.image.Image;
import dev.weft.runtime.image.Patterns;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.factory.Nd4j;

@Timeout(60)
class BatchLoaderTest {
  private static final int SIZE = 23;

  /** Images of several sizes, of which one can be told from another. */
  private static class Images implements LabelledImages {
    @Override
    public int size() {
      return SIZE;
    }

    @Override
    public List<String> classes() {
      return List.of("even", "odd");
    }

    @Override
    public int label(int index) {
      return index % 2;
    }

    @Override
    public String name(int index) {
      return "pictures/" + index + ".png";
    }

    @Override
    public Image image(int index) throws IOException {
      return Patterns.image(20 + index, 30);
    }
  }

  private static ImageDataset augmented(LabelledImages images) {
    return ImageDataset.of(images, Shape.of(3, 12, 12))
        .augmented(
            Augmentation.of(
                randomResizedCrop(12),
                randomHorizontalFlip(),
                colorJitter(0.4, 0.4),
                pcaNoise(0.1)));
  }

  /** What a training sees of an epoch, to the bit. */
  private record Seen(List<float[]> images, List<int[]> labels) {
    static Seen of(BatchLoader loader, int epoch, int done) throws IOException {
      Seen seen = new Seen(new ArrayList<>(), new ArrayList<>());
      try (Batches batches = loader.epoch(epoch, done)) {
        while (batches.hasNext()) {
          try (Batch batch = batches.next()) {
            seen.images.add(batch.images().ravel().toFloatVector());
            seen.labels.add(batch.labels());
          }
        }
      }
      return seen;
    }

    void isEqualTo(Seen other) {
      assertThat(labels).usingRecursiveComparison().isEqualTo(other.labels);
      assertThat(images.size()).isEqualTo(other.images.size());
      for (int i = 0; i < images.size(); i++) {
        assertThat(Arrays.equals(images.get(i), other.images.get(i))).as("batch %d", i).isTrue();
      }
    }
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.isAlive() && thread.getName().startsWith("weft-data"))
        .count();
  }

  @AfterEach
  void noThreadIsLeft() {
    assertThat(threads()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5})
  void anEpochIsTheSameWithAnyNumberOfThreads(int threads) throws IOException {
    BatchLoader loader = BatchLoader.of(augmented(new Images()), 4).seed(3);
    Seen one = Seen.of(loader.threads(1), 2, 0);
    for (int run = 0; run < 5; run++) {
      Seen.of(loader.threads(threads), 2, 0).isEqualTo(one);
      Seen.of(loader.threads(threads).ahead(7), 2, 0).isEqualTo(one);
    }
  }

  @Test
  void eachEpochAndSeedHasAnotherOrder() throws IOException {
    BatchLoader loader = BatchLoader.of(augmented(new Images()), SIZE);
    try (Batches first = loader.epoch(1);
        Batches second = loader.epoch(2);
        Batches other = loader.seed(1).epoch(1)) {
      int[] order = first.indices(0);
      assertThat(order).isNotEqualTo(second.indices(0)).isNotEqualTo(other.indices(0));
      assertThat(order).isNotEqualTo(IntStream.range(0, SIZE).toArray());
      assertThat(Arrays.stream(order).sorted()).containsExactly(range(0, SIZE));
    }
  }

  private static Integer[] range(int from, int to) {
    return IntStream.range(from, to).boxed().toArray(Integer[]::new);
  }

  /** Each of the 24 orders of four images 1,000 times, with a deviation of 31. */
  @Test
  void everyOrderIsEquallyProbable() {
    int[] counts = new int[256];
    for (int epoch = 0; epoch < 24_000; epoch++) {
      int code = 0;
      for (int index : SampleRandom.order(4, 7, epoch)) {
        code = 4 * code + index;
      }
      counts[code]++;
    }
    int[] seen = Arrays.stream(counts).filter(count -> count > 0).toArray();
    assertThat(seen).hasSize(24);
    assertThat(Arrays.stream(seen).allMatch(count -> Math.abs(count - 1000) < 140)).isTrue();
  }

  @Test
  void neighbouringImagesAndEpochsDrawIndependently() {
    double[] sums = new double[4];
    int count = 20_000;
    for (int i = 0; i < count; i++) {
      double here = SampleRandom.of(1, 5, i).nextDouble() - 0.5;
      sums[0] += here;
      sums[1] += here * (SampleRandom.of(1, 5, i + 1).nextDouble() - 0.5);
      sums[2] += here * (SampleRandom.of(1, 6, i).nextDouble() - 0.5);
      sums[3] += here * (SampleRandom.of(2, 5, i).nextDouble() - 0.5);
    }
    for (double sum : sums) {
      assertThat(Math.abs(sum / count)).isLessThan(0.008);
    }
  }

  @Test
  void inOrderTheBatchesFollowTheDataSet() throws IOException {
    BatchLoader loader = BatchLoader.of(augmented(new Images()), 10).inOrder();
    assertThat(loader.steps()).isEqualTo(3);
    try (Batches batches = loader.epoch(1)) {
      assertThat(batches.indices(2)).containsExactly(20, 21, 22);
      List<Integer> sizes = new ArrayList<>();
      while (batches.hasNext()) {
        try (Batch batch = batches.next()) {
          sizes.add(batch.labels().length);
          assertThat(batch.labels()[1]).isEqualTo(1);
        }
      }
      assertThat(sizes).containsExactly(10, 10, 3);
      assertThat(batches.taken()).isEqualTo(3);
      assertThatThrownBy(batches::next).isInstanceOf(NoSuchElementException.class);
    }
  }

  @Test
  void anEpochGoesOnFromAnyBatch() throws IOException {
    BatchLoader loader = BatchLoader.of(augmented(new Images()), 4).seed(3).threads(2);
    Seen whole = Seen.of(loader, 4, 0);
    for (int done = 0; done <= loader.steps(); done++) {
      Seen rest =
          new Seen(
              whole.images.subList(done, loader.steps()),
              whole.labels.subList(done, loader.steps()));
      Seen.of(loader, 4, done).isEqualTo(rest);
    }
    assertThatThrownBy(() -> loader.epoch(4, 7))
        .hasMessage("there are 6 batches, but 7 should be done already");
  }

  @Test
  void otherDataSetsAreReadTheSameWay() throws IOException {
    Dataset data = new ArrayDataset(Nd4j.arange(SIZE * 3).reshape(SIZE, 3), new int[SIZE]);
    BatchLoader loader = BatchLoader.of(data, 5).seed(9);
    Seen one = Seen.of(loader.threads(1), 1, 0);
    Seen.of(loader.threads(5), 1, 0).isEqualTo(one);
    try (Batches batches = loader.epoch(1)) {
      assertThat(one.images.get(0)[0]).isEqualTo(3f * batches.indices(0)[0]);
    }
  }

  /** Nobody takes a batch: the threads must stop by themselves, and go on as batches are taken. */
  @Test
  void noMoreThanAFewBatchesAreMadeAhead() throws Exception {
    AtomicInteger read = new AtomicInteger();
    Images counting =
        new Images() {
          @Override
          public Image image(int index) throws IOException {
            read.incrementAndGet();
            return super.image(index);
          }
        };
    BatchLoader loader = BatchLoader.of(augmented(counting), 2).threads(3).ahead(4);
    try (Batches batches = loader.epoch(1)) {
      while (read.get() < 8) {
        Thread.sleep(1);
      }
      Thread.sleep(100);
      assertThat(read).hasValue(8);
      batches.next().close();
      while (read.get() < 10) {
        Thread.sleep(1);
      }
      Thread.sleep(100);
      assertThat(read).hasValue(10);
    }
  }

  @Test
  void whatCannotBeReadIsReportedWithItsBatchAndEndsTheThreads() throws IOException {
    Images broken =
        new Images() {
          @Override
          public Image image(int index) throws IOException {
            if (index >= 9) {
              throw new BadDataException(name(index), "an image", "a hole");
            }
            return super.image(index);
          }
        };
    BatchLoader loader = BatchLoader.of(augmented(broken), 4).inOrder().threads(4);
    for (int run = 0; run < 20; run++) {
      try (Batches batches = loader.epoch(1)) {
        batches.next().close();
        batches.next().close();
        assertThatThrownBy(batches::next)
            .isInstanceOf(BadDataException.class)
            .hasMessage("pictures/9.png: expected an image, found a hole");
        assertThat(threads()).isZero();
        assertThat(batches.hasNext()).isFalse();
        assertThatThrownBy(batches::next).hasMessage("the batches are closed");
      }
    }
  }

  @Test
  void whateverElseGoesWrongNamesTheImage() throws IOException {
    ImageDataset data =
        ImageDataset.of(new Images(), Shape.of(3, 12, 12))
            .augmented(
                Augmentation.of(
                    (image, random) -> {
                      throw new ArithmeticException("a bug of somebody's");
                    }));
    try (Batches batches = BatchLoader.of(data, 4).inOrder().epoch(1)) {
      assertThatThrownBy(batches::next)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("pictures/0.png: java.lang.ArithmeticException: a bug of somebody's")
          .hasCauseInstanceOf(ArithmeticException.class);
    }
  }

  @Test
  void errorsArePassedOnAsTheyAre() throws IOException {
    Images huge =
        new Images() {
          @Override
          public Image image(int index) {
            throw new OutOfMemoryError("for a test");
          }
        };
    try (Batches batches = BatchLoader.of(augmented(huge), 4).epoch(1)) {
      assertThatThrownBy(batches::next)
          .isInstanceOf(OutOfMemoryError.class)
          .hasMessage("for a test");
    }
  }

  @Test
  void aBatchThatCannotBeBegunIsReported() throws IOException {
    ImageDataset data = ImageDataset.of(new Images(), Shape.of(3, 30_000, 20_000));
    try (Batches batches = BatchLoader.of(data, 4).threads(2).epoch(1)) {
      assertThatThrownBy(batches::next)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("a batch cannot be begun: ")
          .hasCauseInstanceOf(ArithmeticException.class);
    }
  }

  @Test
  void closingDoesNotWaitForABatch() throws Exception {
    Semaphore never = new Semaphore(0);
    Set<Integer> waiting = ConcurrentHashMap.newKeySet();
    Images stuck =
        new Images() {
          @Override
          public Image image(int index) throws IOException {
            waiting.add(index);
            try {
              never.acquire();
            } catch (InterruptedException e) {
              throw new InterruptedIOException();
            }
            return super.image(index);
          }
        };
    Batches batches = BatchLoader.of(augmented(stuck), 4).threads(3).epoch(1);
    while (waiting.size() < 3) {
      Thread.sleep(1);
    }
    CompletableFuture<Batch> taken = CompletableFuture.supplyAsync(() -> takeFrom(batches));
    batches.close();
    assertThatThrownBy(taken::join).hasRootCauseMessage("the batches are closed");
    batches.close();
    assertThat(threads()).isZero();
  }

  private static Batch takeFrom(Batches batches) {
    try {
      return batches.next();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void anInterruptedThreadDoesNotWait() throws Exception {
    Semaphore never = new Semaphore(0);
    Images stuck =
        new Images() {
          @Override
          public Image image(int index) {
            never.acquireUninterruptibly();
            return Patterns.image(20, 20);
          }
        };
    try (Batches batches = BatchLoader.of(augmented(stuck), 4).threads(1).epoch(1)) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(batches::next).isInstanceOf(InterruptedIOException.class);
      assertThat(Thread.interrupted()).isTrue();
      never.release(1000);
    }
  }

  @Test
  void numbersBelowOneAreRefused() {
    BatchLoader loader = BatchLoader.of(augmented(new Images()), 4);
    assertThatThrownBy(() -> BatchLoader.of(augmented(new Images()), 0))
        .hasMessage("batch must be at least 1, but is 0");
    assertThatThrownBy(() -> loader.threads(0)).hasMessage("threads must be at least 1, but is 0");
    assertThatThrownBy(() -> loader.ahead(0)).hasMessage("ahead must be at least 1, but is 0");
  }
}
