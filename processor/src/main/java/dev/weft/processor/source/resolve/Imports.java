package dev.weft.processor.source.resolve;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.List;

/** The imports of one source file, by their form. */
final class Imports {
  private static final String ALL = "*";

  /** One import: the type or package, and the name imported from it, which may be {@code *}. */
  private record Import(boolean isStatic, String from, String name) {}

  private final List<Import> imports = new ArrayList<>();
  private final List<String> modules = new ArrayList<>();

  Imports(CompilationUnitTree unit) {
    for (ImportTree tree : unit.getImports()) {
      Tree name = tree.getQualifiedIdentifier();
      if (isModule(tree)) {
        modules.add(name.toString());
      } else if (name instanceof MemberSelectTree select) {
        String from = select.getExpression().toString();
        imports.add(new Import(tree.isStatic(), from, select.getIdentifier().toString()));
      }
    }
  }

  /** Java 25's {@code import module m}, of which the API of older Javas does not tell. */
  private static boolean isModule(ImportTree tree) {
    return tree.toString().strip().startsWith("import module ");
  }

  /** The modules all of whose packages are imported. */
  List<String> modules() {
    return modules;
  }

  /** The qualified name of the type that {@code import a.B} gives this simple name; or empty. */
  List<String> singleTypes(String simpleName) {
    return imports.stream()
        .filter(each -> each.name.equals(simpleName))
        .map(each -> each.from + "." + each.name)
        .toList();
  }

  /** The qualified names that a simple name may have through {@code import a.*}. */
  List<String> onDemandTypes(String simpleName) {
    return imports.stream()
        .filter(each -> each.name.equals(ALL))
        .map(each -> each.from + "." + simpleName)
        .toList();
  }

  /** The types of which {@code import static a.B.name} imports this member. */
  List<String> singleStatics(String member) {
    return imports.stream()
        .filter(each -> each.isStatic && each.name.equals(member))
        .map(Import::from)
        .toList();
  }

  /** The types of which anything static is imported. */
  List<String> statics() {
    return imports.stream().filter(Import::isStatic).map(Import::from).toList();
  }

  /** The types all of whose members are imported. */
  List<String> onDemandStatics() {
    return imports.stream()
        .filter(each -> each.isStatic && each.name.equals(ALL))
        .map(Import::from)
        .toList();
  }
}
