package dev.weft.examples;

import dev.weft.runtime.model.Model;
import dev.weft.runtime.weights.LoadedWeights;
import dev.weft.runtime.weights.Strictness;
import dev.weft.runtime.weights.WeightsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;

/**
 * A file that a training begins with.
 *
 * @param block the part of the network that the file is of, if it is not all of it
 * @param file a safetensors file
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
