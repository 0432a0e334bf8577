package dev.weft.processor.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.weft.dsl.Layer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.tools.JavaFileObject;

/** Compiles declarations without the processor, and lets the JVM run their stages. */
public final class Running {
  private Running() {}

  /** The layers that a public network's stages return, by stage. */
  public static Map<String, Layer> layers(String network, JavaFileObject... files) {
    Compilation compilation = com.google.testing.compile.Compiler.javac().compile(files);
    assertThat(compilation.errors()).isEmpty();
    try {
      Class<?> type = new Loader(compilation).loadClass(network);
      Object instance =
          Proxy.newProxyInstance(
              type.getClassLoader(), new Class<?>[] {type}, InvocationHandler::invokeDefault);
      Map<String, Layer> layers = new LinkedHashMap<>();
      for (Method method : type.getDeclaredMethods()) {
        if (method.isDefault()
            && method.getParameterCount() == 0
            && method.getReturnType() == Layer.class) {
          layers.put(method.getName(), (Layer) method.invoke(instance));
        }
      }
      return layers;
    } catch (ReflectiveOperationException failed) {
      throw new AssertionError(failed);
    }
  }

  /** Asserts that the interpreter reads what the JVM builds, stage by stage. */
  public static void assertAgree(String network, JavaFileObject... files) {
    Map<String, Layer> built = layers(network, files);
    Map<String, Layer> read = Reading.layers(files);
    assertThat(built).isNotEmpty();
    assertThat(read.keySet()).containsExactlyInAnyOrderElementsOf(built.keySet());
    built.forEach((stage, layer) -> assertThat(read.get(stage)).as(stage).isEqualTo(layer));
  }

  private static final class Loader extends ClassLoader {
    private final Map<String, JavaFileObject> classes = new HashMap<>();

    Loader(Compilation compilation) {
      super(Layer.class.getClassLoader());
      for (JavaFileObject file : compilation.generatedFiles()) {
        if (file.getKind() == JavaFileObject.Kind.CLASS) {
          String path = file.toUri().getPath().replaceFirst("^/CLASS_OUTPUT/", "");
          classes.put(path.replace(".class", "").replace('/', '.'), file);
        }
      }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      JavaFileObject file = classes.get(name);
      if (file == null) {
        throw new ClassNotFoundException(name);
      }
      try (InputStream in = file.openInputStream()) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }
}
