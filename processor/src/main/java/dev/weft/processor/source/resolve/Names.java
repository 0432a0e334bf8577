package dev.weft.processor.source.resolve;

import com.sun.source.tree.CompilationUnitTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * What simple and qualified names mean at a given place, by Java's rules of scope. What was found
 * once is kept: a loop asks again in each of its rounds.
 */
public final class Names {
  private final Elements elements;
  private final Members members;
  private final Map<CompilationUnitTree, Imports> imports = new HashMap<>();
  private final Map<Key, Optional<TypeElement>> types = new HashMap<>();
  private final Map<Key, Optional<VariableElement>> fields = new HashMap<>();
  private final Map<Key, List<ExecutableElement>> methods = new HashMap<>();

  /** A simple name inside a type, which stands in one file. */
  private record Key(String name, TypeElement owner) {}

  /** Names of what {@code elements} knows. */
  public Names(Elements elements, Members members) {
    this.elements = elements;
    this.members = members;
  }

  /** The type that a simple name denotes. */
  public Optional<TypeElement> type(String simpleName, Home home) {
    return known(types, simpleName, home, () -> findType(simpleName, home));
  }

  private Optional<TypeElement> findType(String simpleName, Home home) {
    if (!mayBeType(simpleName)) {
      return Optional.empty();
    }
    Imports imported = importsOf(home);
    return firstOf(
        Stream.of(
            () -> Members.enclosing(home.owner()).map(type -> ownOrMember(type, simpleName)),
            () -> qualifiedTypes(imported.singleTypes(simpleName), home),
            () -> qualifiedTypes(List.of(inPackage(home, simpleName)), home),
            () -> qualifiedTypes(imported.onDemandTypes(simpleName), home),
            () -> qualifiedTypes(List.of("java.lang." + simpleName), home),
            () -> ofModules(imported.modules(), simpleName, home)));
  }

  private Stream<Optional<TypeElement>> ofModules(
      List<String> modules, String simpleName, Home home) {
    return modules.stream()
        .flatMap(name -> Optional.ofNullable(elements.getModuleElement(name)).stream())
        .flatMap(module -> ElementFilter.exportsIn(module.getDirectives()).stream())
        .filter(exported -> exported.getTargetModules() == null)
        .map(
            exported ->
                qualifiedType(exported.getPackage().getQualifiedName() + "." + simpleName, home)
                    .filter(type -> type.getModifiers().contains(Modifier.PUBLIC)));
  }

  private Stream<Optional<TypeElement>> qualifiedTypes(List<String> names, Home home) {
    return names.stream().map(name -> qualifiedType(name, home));
  }

  private Optional<TypeElement> ownOrMember(TypeElement type, String simpleName) {
    return type.getSimpleName().contentEquals(simpleName)
        ? Optional.of(type)
        : members.type(type, simpleName);
  }

  private String inPackage(Home home, String simpleName) {
    String name = elements.getPackageOf(home.owner()).getQualifiedName().toString();
    return name.isEmpty() ? simpleName : name + "." + simpleName;
  }

  /** The type of a qualified name, as seen from a place. */
  public Optional<TypeElement> qualifiedType(String name, Home home) {
    if (!mayBeType(name.substring(name.lastIndexOf('.') + 1))) {
      return Optional.empty();
    }
    ModuleElement module = elements.getModuleOf(home.owner());
    TypeElement type =
        module == null || module.isUnnamed()
            ? elements.getTypeElement(name)
            : elements.getTypeElement(module, name);
    return Optional.ofNullable(type);
  }

  /**
   * Looking up a name that differs from a type's only in case is an error of the compiler's on some
   * file systems, so packages and variables are never looked up as types.
   */
  private static boolean mayBeType(String simpleName) {
    return !simpleName.isEmpty() && !Character.isLowerCase(simpleName.charAt(0));
  }

  /** The field that a simple name denotes. */
  public Optional<VariableElement> field(String name, Home home) {
    return known(fields, name, home, () -> findField(name, home));
  }

  private Optional<VariableElement> findField(String name, Home home) {
    Imports imported = importsOf(home);
    return firstOf(
        Stream.of(
            () -> Members.enclosing(home.owner()).map(type -> members.field(type, name)),
            () -> fields(imported.singleStatics(name), name, home),
            () -> fields(imported.onDemandStatics(), name, home)));
  }

  private Stream<Optional<VariableElement>> fields(List<String> types, String name, Home home) {
    return types.stream()
        .map(type -> qualifiedType(type, home).flatMap(found -> members.field(found, name)))
        .filter(field -> field.isEmpty() || isStatic(field.get()));
  }

  /**
   * Whether a field or method that is not there may yet be: if it could come from a type that is
   * not known, which another processor may generate.
   */
  public boolean mayGainMembers(Home home) {
    return Members.enclosing(home.owner()).anyMatch(members::hasUnknownSupertype)
        || importsOf(home).statics().stream()
            .map(type -> qualifiedType(type, home))
            .anyMatch(type -> type.isEmpty() || members.hasUnknownSupertype(type.get()));
  }

  /** The methods that a simple name may call; empty if there are none. */
  public List<ExecutableElement> methods(String name, Home home) {
    return known(methods, name, home, () -> findMethods(name, home));
  }

  private List<ExecutableElement> findMethods(String name, Home home) {
    Imports imported = importsOf(home);
    return Stream.of(
            Members.enclosing(home.owner()).map(type -> members.methods(type, name)),
            Stream.of(methods(imported.singleStatics(name), name, home)),
            Stream.of(methods(imported.onDemandStatics(), name, home)))
        .flatMap(Function.identity())
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private List<ExecutableElement> methods(List<String> types, String name, Home home) {
    List<ExecutableElement> found = new ArrayList<>();
    for (String type : types) {
      qualifiedType(type, home).map(each -> members.methods(each, name)).stream()
          .flatMap(List::stream)
          .filter(method -> method.getModifiers().contains(Modifier.STATIC))
          .filter(method -> !found.contains(method))
          .forEach(found::add);
    }
    return found;
  }

  /** The names of all methods that a place sees. */
  public SortedSet<String> methodNames(Home home) {
    return names(home, ElementFilter::methodsIn);
  }

  /** The names of all fields that a place sees. */
  public SortedSet<String> fieldNames(Home home) {
    return names(home, ElementFilter::fieldsIn);
  }

  private SortedSet<String> names(
      Home home, Function<List<? extends Element>, List<? extends Element>> kind) {
    Stream<TypeElement> imported =
        importsOf(home).statics().stream().flatMap(type -> qualifiedType(type, home).stream());
    return Stream.concat(Members.enclosing(home.owner()), imported)
        .flatMap(type -> members.names(type, kind).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isStatic(VariableElement field) {
    return field.getModifiers().contains(Modifier.STATIC);
  }

  private static <T> T known(Map<Key, T> found, String name, Home home, Supplier<T> search) {
    Key key = new Key(name, home.owner());
    T result = found.get(key);
    if (result == null) {
      result = search.get();
      found.put(key, result);
    }
    return result;
  }

  private Imports importsOf(Home home) {
    return imports.computeIfAbsent(home.unit(), Imports::new);
  }

  /**
   * The scopes are asked in order, and an outer one only if the inner ones do not know the name.
   */
  private static <T> Optional<T> firstOf(Stream<Supplier<Stream<Optional<T>>>> scopes) {
    return scopes.flatMap(Supplier::get).flatMap(Optional::stream).findFirst();
  }
}
