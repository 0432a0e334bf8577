package dev.weft.processor.source.interpret;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.weft.processor.source.interpret.library.JdkLibrary;
import dev.weft.processor.source.resolve.Home;
import dev.weft.processor.source.resolve.Sources.FieldSource;
import dev.weft.processor.source.resolve.Sources.TypeSource;
import dev.weft.processor.source.resolve.ValueTypes;
import dev.weft.processor.source.value.EnumValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;

/**
 * Static fields and enum constants. A class is initialised as Java does it: all at once when it is
 * first used, in the order of the text. A field whose initialiser cannot be evaluated is a mistake
 * only where it is read.
 */
final class StaticFields {
  private final Machine machine;
  private final Map<VariableElement, Object> values = new HashMap<>();
  private final Map<VariableElement, Mistake> failures = new HashMap<>();
  private final Map<TypeElement, Mistake> broken = new HashMap<>();
  private final Map<TypeElement, List<EnumValue>> enumConstants = new HashMap<>();
  private final Set<TypeElement> initialised = new HashSet<>();
  private final Set<TypeElement> running = new HashSet<>();
  private final Set<VariableElement> inProgress = new HashSet<>();

  StaticFields(Machine machine) {
    this.machine = machine;
  }

  /** The value of a static field. */
  Object read(VariableElement field, Tree tree, Activation at) {
    TypeElement owner = (TypeElement) field.getEnclosingElement();
    Optional<Object> ofDsl = DslTypes.constant(owner, field.getSimpleName().toString());
    if (ofDsl.isPresent()) {
      return ofDsl.get();
    }
    if (field.getKind() == ElementKind.ENUM_CONSTANT) {
      return enumConstant(owner, field, tree, at);
    }
    if (values.containsKey(field)) {
      return values.get(field);
    }
    Optional<FieldSource> source = machine.sources.of(field);
    if (source.isEmpty()) {
      return compiled(field, tree, at);
    }
    if (!isConstantField(field)) {
      throw machine.mistakes.notInterpretable(
          tree,
          at,
          "`" + field.getSimpleName() + "` is not final: it may change",
          "declare it static final");
    }
    if (machine.constants.isConstant(field)) {
      values.put(field, evaluate(field, source.get(), tree, at));
      return values.get(field);
    }
    initialise(owner, tree, at);
    if (!values.containsKey(field)) {
      throw unreadable(field, source.get(), tree, at);
    }
    return values.get(field);
  }

  private static boolean isConstantField(VariableElement field) {
    Set<Modifier> modifiers = field.getModifiers();
    return modifiers.contains(Modifier.STATIC) && modifiers.contains(Modifier.FINAL);
  }

  private Mistake unreadable(VariableElement field, FieldSource source, Tree tree, Activation at) {
    Mistake failure = failures.get(field);
    if (failure != null && !inProgress.contains(field) && source.tree().getInitializer() != null) {
      // Once more, for a message that names the calls which lead to this reader.
      evaluate(field, source, tree, at);
    }
    if (failure != null) {
      return failure;
    }
    String name = "`" + field.getSimpleName() + "`";
    return inProgress.contains(field)
        ? machine.mistakes.exception(tree, at, "the value of " + name + " depends on itself")
        : machine.mistakes.exception(tree, at, name + " is read before it has a value");
  }

  /** The value of one of the JDK's constants, or {@link JdkLibrary#UNKNOWN}. */
  static Object ofLibrary(VariableElement field) {
    return JdkLibrary.constant(
        field.getEnclosingElement().toString(), field.getSimpleName().toString());
  }

  private Object compiled(VariableElement field, Tree tree, Activation at) {
    Object value = field.getConstantValue();
    if (value == null) {
      value = ofLibrary(field);
    }
    if (value == JdkLibrary.UNKNOWN) {
      throw machine.mistakes.absent(machine.sources.whyAbsent(field), tree, at);
    }
    return value;
  }

  private Object enumConstant(
      TypeElement owner, VariableElement constant, Tree tree, Activation at) {
    return enumConstants(owner, tree, at).stream()
        .filter(each -> constant.getSimpleName().contentEquals(each.name()))
        .findFirst()
        .orElseThrow(
            () ->
                machine.mistakes.exception(
                    tree, at, "`" + constant.getSimpleName() + "` is read before it has a value"));
  }

  /** All constants of an enum, in order. */
  List<EnumValue> enumConstants(TypeElement type, Tree tree, Activation at) {
    initialise(type, tree, at);
    if (broken.containsKey(type)) {
      throw broken.get(type);
    }
    List<EnumValue> constants = enumConstants.get(type);
    if (constants == null) {
      constants = named(type);
      enumConstants.put(type, constants);
    }
    return constants;
  }

  /** Of an enum in a class file only the names are known. */
  private List<EnumValue> named(TypeElement type) {
    List<EnumValue> constants = new ArrayList<>();
    for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
      if (field.getKind() == ElementKind.ENUM_CONSTANT) {
        String name = field.getSimpleName().toString();
        constants.add(new EnumValue(type, name, constants.size(), null, machine.objectMethods));
      }
    }
    return constants;
  }

  /** Runs the static initialisers of a class, if that was not done yet. */
  void initialise(TypeElement type, Tree tree, Activation at) {
    if (!initialised.add(type)) {
      return;
    }
    Optional<TypeSource> source = machine.sources.of(type);
    if (source.isEmpty()) {
      return;
    }
    if (type.getSuperclass() instanceof DeclaredType superclass) {
      initialise((TypeElement) superclass.asElement(), tree, at);
    }
    if (type.getKind() == ElementKind.ENUM) {
      enumConstants.put(type, new ArrayList<>());
    }
    running.add(type);
    try {
      machine.recovery.suspended(() -> initialiseMembers(type, source.get(), tree, at));
    } catch (Mistake withoutConstants) {
      broken.put(type, withoutConstants);
    } finally {
      running.remove(type);
    }
  }

  private void initialiseMembers(TypeElement type, TypeSource source, Tree tree, Activation at) {
    for (Tree member : source.tree().getMembers()) {
      initialise(type, member, source.home(), tree, at);
    }
  }

  private void initialise(TypeElement type, Tree member, Home home, Tree tree, Activation at) {
    if (member instanceof VariableTree variable) {
      machine
          .members
          .ownField(type, variable.getName().toString())
          .ifPresent(field -> initialise(field, variable, home, tree, at));
    } else if (member instanceof BlockTree block && block.isStatic()) {
      runBlock(type, block, home, tree, at);
    }
  }

  private void initialise(
      VariableElement field, VariableTree variable, Home home, Tree tree, Activation at) {
    if (field.getKind() == ElementKind.ENUM_CONSTANT) {
      construct(field, (NewClassTree) variable.getInitializer(), home, tree, at);
    } else if (isConstantField(field)
        && variable.getInitializer() != null
        && !values.containsKey(field)) {
      try {
        values.put(field, evaluate(field, new FieldSource(home, variable), tree, at));
      } catch (Mistake unreadable) {
        failures.put(field, unreadable);
      }
    }
  }

  private void construct(
      VariableElement field, NewClassTree initializer, Home home, Tree tree, Activation at) {
    TypeElement type = (TypeElement) field.getEnclosingElement();
    List<EnumValue> constants = enumConstants.get(type);
    String name = field.getSimpleName().toString();
    EnumValue constant =
        new EnumValue(
            type, name, constants.size(), initializer.getClassBody(), machine.objectMethods);
    Activation inside = inside(name, home, tree, at);
    machine.constructors.construct(
        constant, machine.eval(initializer.getArguments(), inside), initializer, inside);
    constants.add(constant);
  }

  private void runBlock(TypeElement type, BlockTree block, Home home, Tree tree, Activation at) {
    try {
      machine.run(block, inside("static", home, tree, at));
    } catch (Mistake unreadable) {
      for (String name : names(block)) {
        machine
            .members
            .ownField(type, name)
            .ifPresent(
                field -> {
                  values.remove(field);
                  failures.put(field, unreadable);
                });
      }
    }
  }

  private static Set<String> names(BlockTree block) {
    Set<String> names = new HashSet<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitIdentifier(IdentifierTree tree, Void unused) {
        names.add(tree.getName().toString());
        return null;
      }
    }.scan(block, null);
    return names;
  }

  private Activation inside(String name, Home home, Tree tree, Activation at) {
    CallStack calls = at.calls().constant(name, machine.places.of(at.home().unit(), tree));
    return new Activation(home, null, new Scope(null), calls);
  }

  private Object evaluate(VariableElement field, FieldSource source, Tree tree, Activation at) {
    String name = field.getSimpleName().toString();
    ExpressionTree initializer = source.tree().getInitializer();
    if (initializer == null || !inProgress.add(field)) {
      throw machine.mistakes.exception(tree, at, "the value of `" + name + "` depends on itself");
    }
    try {
      Activation inside = inside(name, source.home(), tree, at);
      return machine.recovery.suspended(
          () -> machine.fields.initialValue(source.tree(), ValueTypes.of(field.asType()), inside));
    } finally {
      inProgress.remove(field);
    }
  }

  /** Whether a static block of its class may give a field its value now. */
  boolean isBeingInitialised(VariableElement field) {
    return isConstantField(field) && running.contains((TypeElement) field.getEnclosingElement());
  }

  void write(VariableElement field, Object value) {
    values.put(field, value);
  }
}
