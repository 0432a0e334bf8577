package dev.weft.processor;

import com.google.auto.service.AutoService;
import dev.weft.dsl.Network;
import dev.weft.dsl.NetworkParts;
import dev.weft.dsl.contract.Contracts;
import dev.weft.dsl.infer.Inference;
import dev.weft.dsl.infer.Inferred;
import dev.weft.dsl.lint.Lint;
import dev.weft.dsl.plan.Planner;
import dev.weft.dsl.plan.Program;
import dev.weft.dsl.problem.Problem;
import dev.weft.processor.diagnostic.Located;
import dev.weft.processor.diagnostic.Origins;
import dev.weft.processor.diagnostic.Reporter;
import dev.weft.processor.source.NetworkReader;
import dev.weft.processor.source.ReadNetwork;
import dev.weft.processor.source.SourcePacker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
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
  private final Set<Reporter.Spot> printed = new HashSet<>();
  private final Set<String> packed = new LinkedHashSet<>();
  private final Set<Element> compiled = new LinkedHashSet<>();
  private NetworkReader reader;
  private SourceFiles sources;
  private ReportFiles reports;
  private Options options;

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(Network.class.getName(), NetworkParts.class.getName());
  }

  @Override
  public Set<String> getSupportedOptions() {
    Set<String> all = new HashSet<>(NetworkReader.OPTIONS);
    all.addAll(Options.NAMES);
    all.add(ReportFiles.OPTION);
    return all;
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
    options = new Options(environment.getOptions());
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Set<TypeElement> networks =
        ElementFilter.typesIn(round.getElementsAnnotatedWith(Network.class));
    if (reader == null) {
      networks.forEach(this::refuse);
      return false;
    }
    notePacked(networks);
    notePacked(ElementFilter.typesIn(round.getElementsAnnotatedWith(NetworkParts.class)));
    compiled.addAll(round.getRootElements());
    networks.forEach(network -> waiting.add(network.getQualifiedName().toString()));
    for (String name : List.copyOf(waiting)) {
      // Elements do not outlive their round, so what waits for a later one waits by name.
      TypeElement network = processingEnv.getElementUtils().getTypeElement(name);
      if (network == null || processSafely(network, round.processingOver())) {
        waiting.remove(name);
      }
    }
    if (round.processingOver()) {
      pack();
    }
    return false;
  }

  private void refuse(TypeElement network) {
    processingEnv
        .getMessager()
        .printMessage(
            Diagnostic.Kind.ERROR,
            "[weft:unsupported-compiler] Weft reads declarations with javac's parser, which the Java"
                + " that runs this compiler lacks: "
                + System.getProperty("java.home")
                + "\n  fix: run the compiler with a JDK",
            network);
  }

  private void notePacked(Set<TypeElement> types) {
    types.forEach(type -> packed.add(type.getQualifiedName().toString()));
  }

  /** Only now is everything generated that the sources may refer to. */
  private void pack() {
    SourcePacker packer = reader.packer();
    for (String name : packed) {
      TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
      if (type != null) {
        guarded(type, () -> pack(type, packer));
      }
    }
  }

  /** A network compiles without its source beside it; parts are made to be packed. */
  private void pack(TypeElement type, SourcePacker packer) {
    if (!packer.pack(type) && type.getAnnotation(NetworkParts.class) != null) {
      Reporter reporter =
          new Reporter(new Origins(reader.place(type)), options.warnings(), printed);
      reporter.report(List.of(reader.unknownFile(type)));
    }
  }

  private boolean processSafely(TypeElement network, boolean isLastRound) {
    AtomicBoolean isDone = new AtomicBoolean(true);
    guarded(network, () -> isDone.set(process(network, isLastRound)));
    return isDone.get();
  }

  /** Reports a fault of the processor's own as an error at the type that it was at work on. */
  private void guarded(TypeElement type, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | StackOverflowError | LinkageError fault) {
      reader.place(type).print(Diagnostic.Kind.ERROR, InternalFault.message(fault));
    }
  }

  /** Whether the network is done; if not, it names something that may be generated yet. */
  private boolean process(TypeElement type, boolean isLastRound) {
    ReadNetwork network = reader.read(type, compiled);
    Inferred inferred = Inference.infer(network.declaration());
    boolean hasUnresolvedName = network.hasUnresolvedName() || network.late().hasUnresolvedName();
    if (hasUnresolvedName && !isLastRound) {
      return false;
    }
    List<Problem> found = new ArrayList<>(inferred.problems());
    inferred.graph().map(Lint::check).ifPresent(found::addAll);
    Optional<Program> program = inferred.graph().map(Planner::plan);
    program.map(known -> Contracts.check(network.contracts(), known)).ifPresent(found::addAll);
    Reporter reporter = new Reporter(network.origins(), options.warnings(), printed);
    reporter.report(located(network, found));
    Optional<Program> sound = program.filter(known -> !reporter.hadErrors());
    if (!network.isNameTaken()) {
      sources
          .write(network, sound)
          .map(network.origins()::locate)
          .ifPresent(refused -> reporter.report(List.of(refused)));
    }
    reports
        .write(type.getQualifiedName().toString(), sound)
        .map(network.origins()::locate)
        .ifPresent(refused -> reporter.report(List.of(refused)));
    return true;
  }

  /** All that was found and not silenced, in source order. */
  private List<Located> located(ReadNetwork network, List<Problem> found) {
    List<Problem> unplaced = new ArrayList<>(found);
    sources.missingRuntime(network.type()).ifPresent(unplaced::add);
    options.takeProblem().ifPresent(unplaced::add);
    Stream<Located> read =
        Stream.concat(network.problems().stream(), network.late().all().stream());
    return Stream.concat(read, unplaced.stream().map(network.origins()::locate))
        .filter(located -> !network.suppressions().silence(located))
        .sorted(IN_SOURCE_ORDER)
        .toList();
  }
}
