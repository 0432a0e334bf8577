package dev.weft.processor.source.interpret;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.processor.source.interpret.library.FreeHost;
import dev.weft.processor.source.interpret.library.JdkLibrary;
import dev.weft.processor.source.value.Closure;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    List<Object> list = List.of(1);
    assertThatThrownBy(
            () ->
                guarded(
                    () ->
                        new JdkLibrary(new FreeHost()).onValue(list, "forEach", List.of(closure))))
        .isInstanceOf(IllegalStateException.class)
        .hasCause(fault);
  }

  @Test
  void faultInAMethodIsNoExceptionOfIt() {
    UncheckedIOException fault = new UncheckedIOException(new IOException("a bug"));
    assertThatThrownBy(
            () ->
                guarded(
                    () -> {
                      throw fault;
                    }))
        .isSameAs(fault);
  }
}
