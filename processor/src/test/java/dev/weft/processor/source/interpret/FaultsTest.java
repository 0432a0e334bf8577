package dev.weft.processor.source.interpret;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.processor.source.value.Closure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A fault of the interpreter's own does not pass for an exception of the declaration. */
final class FaultsTest {
  private static Object guarded(Supplier<Object> call) {
    return new Library(null).guarded(call, "forEach", List.of(), null, null);
  }

  @Test
  void faultInACallbackIsNoExceptionOfItsCaller() {
    NullPointerException fault = new NullPointerException("a bug");
    Closure closure =
        Closures.closure(
            1,
            (arguments, types) -> {
              throw fault;
            });
    List<Object> list = new ArrayList<>(List.of(1));
    assertThatThrownBy(() -> guarded(() -> ListMethods.ofValue(list, "forEach", List.of(closure))))
        .isInstanceOf(IllegalStateException.class)
        .hasCause(fault);
  }

  @Test
  void faultInAMethodIsNoExceptionOfIt() {
    IllegalStateException fault = new IllegalStateException("a bug");
    assertThatThrownBy(
            () ->
                guarded(
                    () -> {
                      throw fault;
                    }))
        .isSameAs(fault);
  }
}
