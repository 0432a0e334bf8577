package dev.weft.processor.testing;

import com.google.testing.compile.Compilation;
import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.Stage;
import dev.weft.dsl.problem.Severity;
import dev.weft.processor.diagnostic.Located;
import dev.weft.processor.source.NetworkReader;
import dev.weft.processor.source.ReadNetwork;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.JavaFileObject;

/** Compiles sources and keeps what the reader made of the networks in them. */
public final class Reading {
  private Reading() {}

  /** The networks of these files, in source order. */
  public static List<ReadNetwork> networks(JavaFileObject... files) {
    Collector collector = new Collector();
    Compilation unused =
        com.google.testing.compile.Compiler.javac().withProcessors(collector).compile(files);
    return collector.networks;
  }

  /** The layers of the one network in these files, by stage. */
  public static Map<String, Layer> layers(JavaFileObject... files) {
    return layers(networks(files).get(0));
  }

  private static Map<String, Layer> layers(ReadNetwork network) {
    List<Located> errors =
        network.problems().stream()
            .filter(each -> each.problem().code().severity() == Severity.ERROR)
            .toList();
    if (!errors.isEmpty()) {
      throw new AssertionError(errors.toString());
    }
    Map<String, Layer> layers = new LinkedHashMap<>();
    for (Stage stage : network.declaration().stages()) {
      layers.put(stage.name(), stage.layer());
    }
    return layers;
  }

  /** The layers of the one network in these files on disk, read under Eclipse's compiler. */
  public static Map<String, Layer> layersUnderEclipse(Path directory, String... files) {
    Collector collector = new Collector();
    Build build = Build.in(directory).withEclipse().with("--release", "17", "-proc:only");
    build.with(() -> collector).compile(files);
    return layers(collector.networks.get(0));
  }

  private static final class Collector extends AbstractProcessor {
    private final List<ReadNetwork> networks = new ArrayList<>();

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of(Network.class.getName());
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      NetworkReader reader = NetworkReader.in(processingEnv, List.of()).orElseThrow();
      for (TypeElement type :
          ElementFilter.typesIn(round.getElementsAnnotatedWith(Network.class))) {
        networks.add(reader.read(type, round.getRootElements()));
      }
      return false;
    }
  }
}
