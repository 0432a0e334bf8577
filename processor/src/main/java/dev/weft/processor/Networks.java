package dev.weft.processor;

import dev.weft.dsl.Network;
import dev.weft.dsl.NetworkParts;
import dev.weft.dsl.contract.Contracts;
import dev.weft.dsl.infer.Inference;
import dev.weft.dsl.infer.Inferred;
import dev.weft.dsl.lint.Lint;
import dev.weft.dsl.plan.Planner;
import dev.weft.dsl.plan.Program;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem;
import dev.weft.processor.diagnostic.Located;
import dev.weft.processor.diagnostic.Origins;
import dev.weft.processor.diagnostic.Place;
import dev.weft.processor.diagnostic.Reporter;
import dev.weft.processor.source.NetworkReader;
import dev.weft.processor.source.ReadNetwork;
import dev.weft.processor.source.SourcePacker;
import dev.weft.processor.source.StrayAnnotations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;

/**
 * The networks of one compilation: reads, checks and writes each in the round in which it can be.
 */
final class Networks {
  private static final Comparator<Located> IN_SOURCE_ORDER =
      Comparator.<Located, String>comparing(located -> located.place().file())
          .thenComparingInt(located -> located.place().line())
          .thenComparingInt(located -> located.place().column());

  private final Elements elements;
  private final Messager messager;
  private final Options options;
  private final NetworkReader reader;
  private final StrayAnnotations strays;
  private final SourceFiles sources;
  private final ReportFiles reports;
  private final Set<String> waiting = new LinkedHashSet<>();
  private final Set<Reporter.Spot> printed = new HashSet<>();
  private final Set<String> packed = new LinkedHashSet<>();
  private final Set<Element> compiled = new LinkedHashSet<>();

  private Networks(ProcessingEnvironment environment, Options options, NetworkReader reader) {
    this.elements = environment.getElementUtils();
    this.messager = environment.getMessager();
    this.options = options;
    this.reader = reader;
    this.strays = reader.strays();
    this.sources = new SourceFiles(environment);
    this.reports = new ReportFiles(options.report());
  }

  /** The networks of a compilation; empty if the Java that runs the compiler is not a JDK. */
  static Optional<Networks> in(ProcessingEnvironment environment) {
    Options options = new Options(environment.getOptions());
    return NetworkReader.in(environment, options.sources())
        .map(reader -> new Networks(environment, options, reader));
  }

  /** Does what can be done in this round. */
  void process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    reportOptions();
    Set<TypeElement> networks =
        ElementFilter.typesIn(round.getElementsAnnotatedWith(Network.class));
    notePacked(networks);
    notePacked(ElementFilter.typesIn(round.getElementsAnnotatedWith(NetworkParts.class)));
    strays.note(annotations, networks, round);
    compiled.addAll(round.getRootElements());
    networks.forEach(network -> waiting.add(network.getQualifiedName().toString()));
    for (String name : List.copyOf(waiting)) {
      // Elements do not outlive their round, so what waits for a later one waits by name.
      TypeElement network = elements.getTypeElement(name);
      if (network == null || processSafely(network, round.processingOver())) {
        waiting.remove(name);
      }
    }
    if (round.processingOver()) {
      reportStrays();
      pack();
    }
  }

  /** Options are those of the compilation, so that no place in a source file is at fault. */
  private void reportOptions() {
    for (Problem problem : options.takeProblems()) {
      Place place = new NoPlace(messager);
      new Reporter(new Origins(place), options.warnings(), printed)
          .report(List.of(new Located(problem, place, List.of())));
    }
  }

  private void notePacked(Set<TypeElement> types) {
    types.forEach(type -> packed.add(type.getQualifiedName().toString()));
  }

  /** Only now is everything generated that the sources may refer to. */
  private void pack() {
    SourcePacker packer = reader.packer();
    for (String name : packed) {
      TypeElement type = elements.getTypeElement(name);
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
    if (!guarded(network, () -> isDone.set(process(network, isLastRound))) && !isLastRound) {
      guarded(network, () -> sources.write(reader.unread(network, compiled), Optional.empty()));
    }
    return isDone.get();
  }

  /**
   * Reports a fault of the processor's own as an error at the type that it was at work on.
   *
   * @return whether there was none
   */
  private boolean guarded(TypeElement type, Runnable work) {
    try {
      work.run();
      return true;
    } catch (RuntimeException | StackOverflowError | LinkageError fault) {
      reader.place(type).print(Diagnostic.Kind.ERROR, InternalFault.message(fault));
      return false;
    }
  }

  /**
   * Reports what stands in types that are no networks, where nothing reads it.
   *
   * <p>Only now is it known which of them a network inherits from.
   */
  private void reportStrays() {
    for (Located stray : strays.located()) {
      new Reporter(new Origins(stray.place()), options.warnings(), printed).report(List.of(stray));
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
    // What a mistake leaves empty was not meant to be.
    found.removeIf(problem -> network.hasErrors() && problem.code() == Code.EMPTY_NETWORK);
    inferred.graph().map(Lint::check).ifPresent(found::addAll);
    Optional<Program> program = inferred.graph().map(Planner::plan);
    program.map(known -> Contracts.check(network.contracts(), known)).ifPresent(found::addAll);
    Reporter reporter = new Reporter(network.origins(), options.warnings(), printed);
    reporter.report(located(network, found));
    Optional<Program> sound = program.filter(known -> !reporter.hadErrors());
    if (!network.isNameTaken() && !isLastRound) {
      // In the last round javac takes a class with a warning, and other files see it no more.
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
    Stream<Located> read =
        Stream.concat(network.problems().stream(), network.late().all().stream());
    return Stream.concat(read, unplaced.stream().map(network.origins()::locate))
        .filter(located -> !network.suppressions().silence(located))
        .sorted(IN_SOURCE_ORDER)
        .toList();
  }
}
