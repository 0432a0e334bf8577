package dev.weft.examples;

import dev.weft.runtime.checkpoint.Checkpoint;
import dev.weft.runtime.model.Model;
import dev.weft.runtime.weights.LoadedWeights;
import dev.weft.runtime.weights.Strictness;
import dev.weft.runtime.weights.WeightsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;

/**
 * A file that a training begins with.
 *
 * @param block the part of the network that the file is of, if it is not all of it
 * @param file a safetensors file, or a run or checkpoint that has one
 */
record InitialWeights(Optional<String> block, Path file) {
  /** Reads {@code FILE} or {@code BLOCK=FILE}. */
  static final class Converter implements ITypeConverter<InitialWeights> {
    @Override
    public InitialWeights convert(String value) {
      int end = Files.exists(Path.of(value)) ? -1 : value.indexOf('=');
      return new InitialWeights(
          end < 0 ? Optional.empty() : Optional.of(value.substring(0, end)),
          Path.of(value.substring(end + 1)));
    }
  }

  /** With the file of the best checkpoint where a directory is given. */
  InitialWeights found() throws IOException {
    return Files.isDirectory(file)
        ? new InitialWeights(block, RunDirectory.best(file).file(Checkpoint.WEIGHTS))
        : this;
  }

  /** Loads them. */
  LoadedWeights load(Model model) throws WeightsException {
    return block.isPresent()
        ? model.loadWeights(file, block.get())
        : model.loadWeights(file, Strictness.LENIENT);
  }

  /** What was loaded, under the network's names. */
  List<String> names(LoadedWeights weights) {
    String prefix = block.map(name -> name + ".").orElse("");
    return weights.loaded().stream().map(name -> prefix + name).toList();
  }
}
