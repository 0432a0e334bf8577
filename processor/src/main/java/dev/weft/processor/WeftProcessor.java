package dev.weft.processor;

import com.google.auto.service.AutoService;
import dev.weft.dsl.Network;
import dev.weft.dsl.infer.Inference;
import dev.weft.dsl.infer.Inferred;
import dev.weft.dsl.plan.Planner;
import dev.weft.dsl.plan.Program;
import dev.weft.dsl.problem.Problem;
import dev.weft.processor.diagnostic.Located;
import dev.weft.processor.diagnostic.Reporter;
import dev.weft.processor.source.NetworkReader;
import dev.weft.processor.source.ReadNetwork;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;

/** Turns each interface annotated with {@link Network} into a network class, or into errors. */
@AutoService(Processor.class)
public final class WeftProcessor extends AbstractProcessor {
  private static final Comparator<Located> IN_SOURCE_ORDER =
      Comparator.<Located, String>comparing(located -> located.place().file())
          .thenComparingInt(located -> located.place().line())
          .thenComparingInt(located -> located.place().column());

  private final Set<String> waiting = new LinkedHashSet<>();
  private final Set<Element> compiled = new LinkedHashSet<>();
  private NetworkReader reader;
  private SourceFiles sources;
  private ReportFiles reports;

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(Network.class.getName());
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Set.of(ReportFiles.OPTION);
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    reader = NetworkReader.in(environment).orElse(null);
    sources = new SourceFiles(environment);
    reports = new ReportFiles(environment.getOptions());
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Set<TypeElement> networks =
        ElementFilter.typesIn(round.getElementsAnnotatedWith(Network.class));
    if (reader == null) {
      networks.forEach(this::refuse);
      return false;
    }
    compiled.addAll(round.getRootElements());
    networks.forEach(network -> waiting.add(network.getQualifiedName().toString()));
    for (String name : List.copyOf(waiting)) {
      // Elements do not outlive their round, so what waits for a later one waits by name.
      TypeElement network = processingEnv.getElementUtils().getTypeElement(name);
      if (network == null || processSafely(network, round.processingOver())) {
        waiting.remove(name);
      }
    }
    return false;
  }

  private void refuse(TypeElement network) {
    processingEnv
        .getMessager()
        .printMessage(
            Diagnostic.Kind.ERROR,
            "[weft:unsupported-compiler] Weft reads declarations through javac's Compiler Tree API,"
                + " which "
                + processingEnv.getClass().getName()
                + " does not offer\n  fix: compile with javac, from Maven or the command line",
            network);
  }

  private boolean processSafely(TypeElement network, boolean isLastRound) {
    try {
      return process(network, isLastRound);
    } catch (RuntimeException | StackOverflowError fault) {
      reader.place(network).print(Diagnostic.Kind.ERROR, InternalFault.message(fault));
      return true;
    }
  }

  /** Whether the network is done; if not, it names something that may be generated yet. */
  private boolean process(TypeElement type, boolean isLastRound) {
    ReadNetwork network = reader.read(type, compiled);
    if (network.hasUnresolvedName() && !isLastRound) {
      return false;
    }
    Inferred inferred = Inference.infer(network.declaration());
    Reporter reporter = new Reporter(network.origins());
    reporter.report(problems(network, inferred));
    Optional<Program> program =
        reporter.hadErrors() ? Optional.empty() : inferred.graph().map(Planner::plan);
    if (!network.isNameTaken()) {
      sources.write(network, program);
    }
    reports
        .write(type.getQualifiedName().toString(), program)
        .map(network.origins()::locate)
        .ifPresent(problem -> reporter.report(List.of(problem)));
    return true;
  }

  private List<Located> problems(ReadNetwork network, Inferred inferred) {
    List<Problem> unplaced = new ArrayList<>(inferred.problems());
    sources.missingRuntime().ifPresent(unplaced::add);
    List<Located> all = new ArrayList<>(network.problems());
    unplaced.stream().map(network.origins()::locate).forEach(all::add);
    all.sort(IN_SOURCE_ORDER);
    return all;
  }
}
