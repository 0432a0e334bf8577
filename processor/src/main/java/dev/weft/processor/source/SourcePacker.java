package dev.weft.processor.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.weft.processor.source.resolve.Home;
import dev.weft.processor.source.resolve.Members;
import dev.weft.processor.source.resolve.Names;
import dev.weft.processor.source.tree.Declared;
import dev.weft.processor.source.tree.SourceTrees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Packs the source of a file beside its class files, and that of every other file of this
 * compilation which it refers to, so that other builds can read it as this one does.
 */
public final class SourcePacker {
  private final Elements elements;
  private final SourceTrees trees;
  private final Names names;
  private final Deque<Declared> waiting = new ArrayDeque<>();
  private final Set<CompilationUnitTree> seen = new HashSet<>();

  SourcePacker(ProcessingEnvironment environment, SourceTrees trees) {
    this.elements = environment.getElementUtils();
    this.trees = trees;
    this.names = new Names(elements, new Members(elements, environment.getTypeUtils()));
  }

  /**
   * Packs the file that declares a type, and those that it refers to.
   *
   * @return whether that file is known
   */
  public boolean pack(TypeElement type) {
    Optional<Declared> source = trees.find(type);
    source.ifPresent(this::add);
    while (!waiting.isEmpty()) {
      packFile(waiting.remove().unit());
    }
    return source.isPresent();
  }

  private void add(TypeElement type) {
    if (trees.isCompiled(type)) {
      trees.find(type).ifPresent(this::add);
    }
  }

  private void add(Declared source) {
    if (seen.add(source.unit())) {
      waiting.add(source);
    }
  }

  private void packFile(CompilationUnitTree unit) {
    String prefix = unit.getPackageName() == null ? "" : unit.getPackageName() + ".";
    for (Tree declared : unit.getTypeDecls()) {
      if (declared instanceof ClassTree type) {
        find(prefix + type.getSimpleName())
            .ifPresent(
                element -> {
                  write(element, unit);
                  new References(new Home(unit, element)).scan(type, null);
                });
      }
    }
  }

  private Optional<TypeElement> find(String name) {
    return Optional.ofNullable(elements.getTypeElement(name));
  }

  private void write(TypeElement topLevel, CompilationUnitTree unit) {
    try {
      trees.packed().write(topLevel, unit.getSourceFile().getCharContent(true));
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  /** Adds the types that names in a file denote. */
  private final class References extends TreeScanner<Void, Void> {
    private final Home home;

    private References(Home home) {
      this.home = home;
      home.unit().getImports().forEach(this::addImport);
    }

    /** A static import names its members' type; the types of other imports are named where used. */
    private void addImport(ImportTree tree) {
      if (tree.isStatic() && tree.getQualifiedIdentifier() instanceof MemberSelectTree member) {
        names
            .qualifiedType(member.getExpression().toString(), home)
            .ifPresent(SourcePacker.this::add);
      }
    }

    @Override
    public Void visitIdentifier(IdentifierTree tree, Void unused) {
      names.type(tree.getName().toString(), home).ifPresent(SourcePacker.this::add);
      return null;
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
      if (isDotted(tree)) {
        names.qualifiedType(tree.toString(), home).ifPresent(SourcePacker.this::add);
      }
      return super.visitMemberSelect(tree, unused);
    }

    private static boolean isDotted(Tree tree) {
      return tree instanceof IdentifierTree
          || tree instanceof MemberSelectTree select && isDotted(select.getExpression());
    }
  }
}
