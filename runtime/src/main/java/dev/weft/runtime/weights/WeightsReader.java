package dev.weft.runtime.weights;

import dev.weft.dsl.Nearest;
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
import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Reads safetensors files into parameters. The file is not trusted: all that its header says is
 * checked, against the file and against the parameters, before the first of them is changed.
 */
public final class WeightsReader {
  private final String target;
  private final Map<String, Parameter> parameters;

  /**
   * A reader.
   *
   * @param network what messages call the network
   * @param parameters what to read into: parameters and running statistics
   * @throws IllegalStateException if two parameters have the same name
   */
  public WeightsReader(String network, List<Parameter> parameters) {
    this("the network " + network, ParametersByName.of(parameters));
  }

  private WeightsReader(String target, Map<String, Parameter> parameters) {
    this.target = target;
    this.parameters = parameters;
  }

  /**
   * Reads a file.
   *
   * @throws WeightsException if it cannot be read, is damaged, or does not fit
   */
  public LoadedWeights read(Path file, Strictness strictness) throws WeightsException {
    Objects.requireNonNull(strictness, "the strictness is null");
    return read(file, fit -> fit.check(strictness));
  }

  /**
   * Reads the file of a network that is a block of this one. The file may have more than the block.
   *
   * @param block the block's name, {@code backbone}
   * @return the names as the file has them
   * @throws WeightsException if it cannot be read, is damaged, or lacks or has otherwise what the
   *     block has
   * @throws IllegalArgumentException if there is no such block
   */
  public LoadedWeights readBlock(Path file, String block) throws WeightsException {
    Map<String, Parameter> inside = ParametersByName.inside(block, parameters);
    if (inside.isEmpty()) {
      throw new IllegalArgumentException(
          target
              + " has no block `"
              + block
              + "` with parameters"
              + Nearest.first(block, ParametersByName.blocks(parameters), 1).stream()
                  .findFirst()
                  .map(nearest -> "; the nearest is `" + nearest + "`")
                  .orElse(""));
    }
    return new WeightsReader("the block `" + block + "` of " + target, inside)
        .read(file, Fit::checkBlock);
  }

  private interface Check {
    void of(Fit fit) throws WeightsException;
  }

  private LoadedWeights read(Path file, Check check) throws WeightsException {
    checkKind(file);
    try (FileChannel channel = FileChannel.open(file)) {
      SafetensorsHeader header =
          SafetensorsHeader.read(Channels.newInputStream(channel), channel.size());
      WeightsComparison comparison = WeightsComparison.of(shapes(), header.tensors());
      check.of(new Fit(file, target, comparison));
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
