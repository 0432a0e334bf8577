package dev.weft.runtime.weights;

import dev.weft.dsl.weights.InvalidHeaderException;
import dev.weft.dsl.weights.SafetensorsHeader;
import dev.weft.dsl.weights.TensorEntry;
import dev.weft.dsl.weights.WeightsComparison;
import dev.weft.runtime.layer.Parameter;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Reads safetensors files into parameters. The file is not trusted: all that its header says is
 * checked, against the file and against the parameters, before the first of them is changed.
 */
public final class WeightsReader {
  private final String network;
  private final Map<String, Parameter> parameters;

  /**
   * A reader.
   *
   * @param network what messages call the network
   * @param parameters what to read into: parameters and running statistics
   * @throws IllegalStateException if two parameters have the same name
   */
  public WeightsReader(String network, List<Parameter> parameters) {
    this.network = network;
    this.parameters = ParametersByName.of(parameters);
  }

  /**
   * Reads a file.
   *
   * @throws WeightsException if it cannot be read, is damaged, or does not fit
   */
  public LoadedWeights read(Path file, Strictness strictness) throws WeightsException {
    checkKind(file);
    try (FileChannel channel = FileChannel.open(file)) {
      SafetensorsHeader header =
          SafetensorsHeader.read(Channels.newInputStream(channel), channel.size());
      WeightsComparison comparison = WeightsComparison.of(shapes(), header.tensors());
      new Fit(file, network, comparison).check(strictness);
      List<TensorEntry> common = comparison.common();
      load(file, new MappedArrays(channel, header.dataStart()), common);
      return new LoadedWeights(
          common.stream().map(TensorEntry::name).toList(),
          comparison.missing(),
          comparison.unexpected());
    } catch (WeightsException known) {
      throw known;
    } catch (InvalidHeaderException invalid) {
      throw new WeightsException(
          file,
          "is no safetensors file: "
              + invalid.getMessage()
              + "; save the weights again, for example with safetensors.torch.save_file",
          invalid);
    } catch (IOException failed) {
      throw new WeightsException(file, "cannot be read: " + failed + "; make it readable", failed);
    }
  }

  /** Opening a pipe or a device might wait for ever. */
  private static void checkKind(Path file) throws WeightsException {
    if (!Files.exists(file)) {
      throw new WeightsException(
          file, "is not there; save weights to it first, or give the path of a file of weights");
    }
    if (!Files.isRegularFile(file)) {
      String kind = Files.isDirectory(file) ? "a directory" : "no regular file";
      throw new WeightsException(file, "is " + kind + "; give the path of a file of weights");
    }
  }

  private Map<String, List<Long>> shapes() {
    Map<String, List<Long>> shapes = new LinkedHashMap<>();
    parameters.forEach((name, each) -> shapes.put(name, ParametersByName.shape(each)));
    return shapes;
  }

  private void load(Path file, MappedArrays arrays, List<TensorEntry> entries)
      throws WeightsException {
    for (TensorEntry entry : entries) {
      try (INDArray array = arrays.read(entry)) {
        parameters.get(entry.name()).set(array);
      } catch (IOException | InternalError failed) {
        // The latter is how the JVM reports a page that is not there any more.
        throw new WeightsException(
            file,
            "was changed or failed while \""
                + entry.shownName()
                + "\" was read, and the network is loaded in part; load it again: "
                + failed,
            failed);
      }
    }
  }
}
