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

  /** Loads them; tells what they were and what they left as it is drawn. */
  String load(Model model) throws WeightsException {
    LoadedWeights weights =
        block.isPresent()
            ? model.loadWeights(file, block.get())
            : model.loadWeights(file, Strictness.LENIENT);
    return weights.loaded().size()
        + " arrays of "
        + file
        + rest("; as they are drawn: ", weights.missing())
        + rest("; not used: ", weights.unexpected());
  }

  private static String rest(String what, List<String> names) {
    return names.isEmpty() ? "" : what + String.join(", ", names);
  }
}
