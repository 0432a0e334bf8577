package dev.weft.processor.source.tree;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * The source of every element that has any: of what is being compiled, whichever compiler compiles
 * it; of what an earlier compilation of the same sources left as class files; and of what lies
 * packed beside the class files of other builds.
 */
public final class SourceTrees {
  private final CompiledSources compiled;
  private final SourceParser parser;
  private final SourceRoots roots;
  private final PackedSources packed;
  private final Set<String> networkTypes = new HashSet<>();
  private final Map<Tree, Element> compiledElements = new IdentityHashMap<>();

  private SourceTrees(
      ProcessingEnvironment environment,
      List<Path> roots,
      CompiledSources compiled,
      SourceParser parser) {
    this.compiled = compiled;
    this.parser = parser;
    this.roots = new SourceRoots(roots);
    this.packed = new PackedSources(environment.getFiler(), environment.getElementUtils());
  }

  /**
   * The trees of a compilation; empty if the Java that runs the compiler is not a JDK.
   *
   * @param roots directories of sources beside those of the networks
   */
  public static Optional<SourceTrees> in(ProcessingEnvironment environment, List<Path> roots) {
    return SourceParser.ofThisJdk()
        .map(parser -> new SourceTrees(environment, roots, compiled(environment, parser), parser));
  }

  private static CompiledSources compiled(ProcessingEnvironment environment, SourceParser parser) {
    return Environments.trees(environment)
        .<CompiledSources>map(JavacSources::new)
        .orElseGet(() -> new ParsedSources(environment.getElementUtils(), parser));
  }

  /** The source that lies packed beside class files. */
  public PackedSources packed() {
    return packed;
  }

  /** Where trees stand, no matter from which file. */
  public SourcePositions positions() {
    return compiled.positions();
  }

  /** What prints a message at a tree; empty if the compiler can only point at elements. */
  public Optional<Trees> printer() {
    return compiled.printer();
  }

  /**
   * Tells of a network of this compilation. The neighbours of its file are found from here on, even
   * where only their class files are known.
   */
  public void addNetwork(TypeElement network) {
    networkTypes.add(TreeSearch.topLevel(network).getQualifiedName().toString());
    find(network).map(Declared::unit).ifPresent(roots::addRootOf);
  }

  /** Whether the compiler compiles an element from a source file. */
  public boolean isCompiled(Element element) {
    return compiled.has(TreeSearch.topLevel(element));
  }

  /** The source of an element; empty if there is none, or nobody wrote it, as {@code values()}. */
  public Optional<Declared> find(Element element) {
    TypeElement topLevel = TreeSearch.topLevel(element);
    boolean isCompiled = compiled.has(topLevel);
    Optional<Declared> found =
        isCompiled
            ? compiled.find(element)
            : fileOf(topLevel)
                .filter(file -> file.mistake().isEmpty())
                .flatMap(ParsedFile::unit)
                .flatMap(unit -> TreeSearch.find(unit, element, positions()));
    if (isCompiled || networkTypes.contains(topLevel.getQualifiedName().toString())) {
      found.ifPresent(declared -> compiledElements.put(declared.tree(), element));
    }
    return found;
  }

  /** The file that declares a type which is known as a class file. */
  private Optional<ParsedFile> fileOf(TypeElement topLevel) {
    if (topLevel.getQualifiedName().toString().startsWith("java.")) {
      return Optional.empty();
    }
    return roots.candidates(topLevel).stream()
        .map(parser::parse)
        .filter(file -> file.mistake().isPresent() || declares(file, topLevel))
        .findFirst()
        .or(() -> packed.find(topLevel).map(parser::parse));
  }

  private boolean declares(ParsedFile file, TypeElement topLevel) {
    return file.unit().flatMap(unit -> TreeSearch.find(unit, topLevel, positions())).isPresent();
  }

  /** Why there is no source of an element. */
  public Absence whyAbsent(Element element) {
    TypeElement topLevel = TreeSearch.topLevel(element);
    return Absence.of(element, topLevel, fileOf(topLevel));
  }

  /** The annotations that are written on an element. */
  public List<? extends AnnotationTree> annotations(Element element) {
    return find(element)
        .<List<? extends AnnotationTree>>map(declared -> AnnotationTrees.on(declared.tree()))
        .orElse(List.of());
  }

  /**
   * The source of an element, of an annotation on it, or of a value in that.
   *
   * @param annotation may be null
   * @param value may be null
   */
  public Optional<Declared> find(
      Element element, AnnotationMirror annotation, AnnotationValue value) {
    Optional<Declared> declared = find(element);
    if (annotation == null || declared.isEmpty()) {
      return declared;
    }
    Optional<? extends AnnotationTree> tree =
        AnnotationTrees.find(declared.get().tree(), annotation);
    if (tree.isEmpty()) {
      return declared;
    }
    Tree inside = value == null ? tree.get() : AnnotationTrees.find(tree.get(), annotation, value);
    return Optional.of(new Declared(declared.get().unit(), inside));
  }

  /** The innermost element of this compilation around a tree, among those asked for so far. */
  public Optional<Element> elementAround(CompilationUnitTree unit, Tree tree) {
    for (TreePath path = TreePath.getPath(unit, tree); path != null; path = path.getParentPath()) {
      Element element = compiledElements.get(path.getLeaf());
      if (element != null) {
        return Optional.of(element);
      }
    }
    return Optional.empty();
  }
}
