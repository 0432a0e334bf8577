package dev.weft.examples.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** A compiler that has run for a while, as in a build's daemon or an editor. */
final class WarmCompiler {
  private static final int WARM_UP = 60;
  private static final int SAMPLES = 31;

  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
  private final Workplace workplace;

  WarmCompiler(Workplace workplace) {
    this.workplace = workplace;
  }

  /** The times in the processor for one network. */
  Samples measure(String network) throws IOException {
    for (int i = 0; i < WARM_UP; i++) {
      compile(network);
    }
    Samples samples = new Samples();
    for (int i = 0; i < SAMPLES; i++) {
      samples.add(compile(network));
    }
    return samples;
  }

  private double compile(String network) throws IOException {
    Path out = workplace.fresh();
    TimedProcessor processor = TimedProcessor.quiet();
    List<String> options =
        List.of("-proc:only", "-classpath", Workplace.classPath(), "-d", out.toString());
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              null,
              files,
              null,
              options,
              null,
              files.getJavaFileObjects(workplace.source(network)));
      task.setProcessors(List.of(processor));
      if (!task.call()) {
        throw new IllegalStateException(network + " does not compile");
      }
    }
    Workplace.delete(out);
    return processor.milliseconds();
  }
}
