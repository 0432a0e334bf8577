package dev.weft.runtime.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.DataSetPreProcessor;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.factory.Nd4j;

/** The batches of a {@link BatchLoader} as ND4J's iterator, epoch after epoch. */
public final class BatchIterator implements DataSetIterator, AutoCloseable {
  private static final long serialVersionUID = 1;

  private final transient BatchLoader loader;
  private final transient List<String> classes;
  private transient Batches batches;
  private transient DataSetPreProcessor preProcessor;
  private int epoch = 1;

  BatchIterator(BatchLoader loader, List<String> classes) {
    this.loader = loader;
    this.classes = List.copyOf(classes);
  }

  /** Starts the threads only when somebody asks for data. */
  private Batches batches() {
    if (batches == null) {
      batches = loader.epoch(epoch);
    }
    return batches;
  }

  @Override
  public boolean hasNext() {
    return batches().hasNext();
  }

  @Override
  public DataSet next() {
    try {
      Batch batch = batches().next();
      DataSet data = new DataSet(batch.images(), oneHot(batch.labels()));
      if (preProcessor != null) {
        preProcessor.preProcess(data);
      }
      return data;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private INDArray oneHot(int... labels) {
    INDArray oneHot = Nd4j.zeros(DataType.FLOAT, labels.length, classes.size());
    for (int i = 0; i < labels.length; i++) {
      oneHot.putScalar(i, labels[i], 1);
    }
    return oneHot;
  }

  /** Batches have the size of the loader. */
  @Override
  public DataSet next(int count) {
    throw new UnsupportedOperationException("the loader makes batches of " + batch());
  }

  @Override
  public int inputColumns() {
    return Math.toIntExact(loader.data().imageShape().elements());
  }

  @Override
  public int totalOutcomes() {
    return classes.size();
  }

  @Override
  public boolean resetSupported() {
    return true;
  }

  /** The loader has threads of its own. */
  @Override
  public boolean asyncSupported() {
    return false;
  }

  @Override
  public void reset() {
    close();
    epoch++;
  }

  @Override
  public int batch() {
    return loader.batch();
  }

  @Override
  public void setPreProcessor(DataSetPreProcessor preProcessor) {
    this.preProcessor = preProcessor;
  }

  @Override
  public DataSetPreProcessor getPreProcessor() {
    return preProcessor;
  }

  @Override
  public List<String> getLabels() {
    return classes;
  }

  @Override
  public void close() {
    if (batches != null) {
      batches.close();
      batches = null;
    }
  }
}
