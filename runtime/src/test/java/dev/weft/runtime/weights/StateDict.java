package dev.weft.runtime.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.StringTensorDict;
import org.bytedeco.pytorch.StringVector;
import org.bytedeco.pytorch.Tensor;

/** What PyTorch calls the {@code state_dict} of a module: parameters and buffers by their names. */
public final class StateDict {
  private static final String COUNTS = "num_batches_tracked";

  private final Map<String, Tensor> tensors = new LinkedHashMap<>();

  /** The state of a module in single precision; changing it changes the module. */
  public StateDict(Module module) {
    for (StringTensorDict dict : List.of(module.named_parameters(), module.named_buffers())) {
      StringVector keys = dict.keys();
      for (long i = 0; i < keys.size(); i++) {
        String name = keys.get(i).getString();
        tensors.put(name, dict.get(name).detach());
      }
    }
  }

  /** Loads a safetensors file, which must have all names and shapes, but no counts of batches. */
  public void load(byte... file) {
    Map<String, SafetensorsBytes.Array> arrays = SafetensorsBytes.arrays(file);
    assertThat(arrays.keySet())
        .containsExactlyInAnyOrderElementsOf(
            tensors.keySet().stream().filter(name -> !name.endsWith(COUNTS)).toList());
    arrays.forEach(
        (name, array) -> {
          assertThat(array.shape()).as(name).isEqualTo(shape(tensors.get(name)));
          float[] values = new float[array.data().length / Float.BYTES];
          ByteBuffer.wrap(array.data()).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
          tensors.get(name).copy_(Tensor.create(values, tensors.get(name).shape()));
        });
  }

  /** A safetensors file as PyTorch saves it, counts of batches included. */
  public byte[] file() {
    StringJoiner entries = new StringJoiner(",", "{", "}");
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    tensors.forEach(
        (name, tensor) -> {
          boolean counts = name.endsWith(COUNTS);
          int begin = data.size();
          data.writeBytes(counts ? new byte[Long.BYTES] : bytes(tensor));
          entries.add(
              SafetensorsBytes.entry(
                  name, counts ? "I64" : "F32", shape(tensor), begin, data.size()));
        });
    return SafetensorsBytes.file(entries.toString(), data.toByteArray());
  }

  /** The bytes of an array's numbers, the lowest of each first. */
  public byte[] bytes(String name) {
    return bytes(tensors.get(name));
  }

  private static byte[] bytes(Tensor tensor) {
    float[] values = new float[Math.toIntExact(tensor.numel())];
    tensor.contiguous().<FloatBuffer>createBuffer().get(values);
    return SafetensorsBytes.floats(values);
  }

  private static String shape(Tensor tensor) {
    return Arrays.stream(tensor.shape()).mapToObj(String::valueOf).collect(Collectors.joining(","));
  }
}
