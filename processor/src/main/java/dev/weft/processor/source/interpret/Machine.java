package dev.weft.processor.source.interpret;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.weft.processor.diagnostic.Origins;
import dev.weft.processor.source.place.Places;
import dev.weft.processor.source.resolve.Members;
import dev.weft.processor.source.resolve.Names;
import dev.weft.processor.source.resolve.Sources;
import dev.weft.processor.source.resolve.ValueTypes;
import dev.weft.processor.source.tree.SourceTrees;
import dev.weft.processor.source.value.Closure;
import dev.weft.processor.source.value.Prim;
import dev.weft.processor.source.value.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.util.Types;

/** The parts of the interpreter, which call each other through here. */
final class Machine {
  final Types types;
  final Members members;
  final Names names;
  final Sources sources;
  final ValueTypes valueTypes;
  final Places places;
  final Mistakes mistakes;
  final UnknownNames unknown;
  final Misfits misfits;
  final Budget budget;
  final Recovery recovery;
  final Subtyping subtyping;
  final StaticTypes staticTypes;
  final Alternatives alternatives;
  final Denotations denotations;
  final ConstantExpressions constants;
  final Selves selves;
  final StaticFields statics;
  final ArrayExpressions arrays;
  final Fields fields;
  final Constructors constructors;
  final Instances instances;
  final ObjectMethods objectMethods;
  final Conditions conditions;
  final Patterns patterns;
  final Switches switches;
  final Conversions conversions;
  final Layering layering;
  final ConstantBodies bodies;
  final Helpers helpers;
  final Closures closures;
  final Library library;
  final Calls calls;
  final NetworkBlocks networks;
  final StageCalls stageCalls;
  final Function<ExecutableElement, Set<String>> silenced;
  private final Expressions expressions;
  private final Statements statements;

  Machine(
      SourceTrees trees,
      ProcessingEnvironment environment,
      Places places,
      Origins origins,
      OtherNetworks others,
      Function<ExecutableElement, Set<String>> silenced) {
    this.silenced = silenced;
    this.types = environment.getTypeUtils();
    this.members = new Members(environment.getElementUtils(), types);
    this.names = new Names(environment.getElementUtils(), members);
    this.sources = new Sources(trees);
    this.valueTypes = new ValueTypes(names, members, types);
    this.places = places;
    this.mistakes = new Mistakes(places);
    this.unknown = new UnknownNames(this);
    this.misfits = new Misfits(this);
    this.budget = new Budget(mistakes);
    this.recovery = new Recovery(this);
    this.subtyping = new Subtyping(types, members);
    this.staticTypes = new StaticTypes(this);
    this.alternatives = new Alternatives(this);
    this.denotations = new Denotations(this);
    this.constants = new ConstantExpressions(this);
    this.selves = new Selves(members);
    this.statics = new StaticFields(this);
    this.arrays = new ArrayExpressions(this);
    this.fields = new Fields(this);
    this.constructors = new Constructors(this);
    this.instances = new Instances(this);
    this.objectMethods = new ObjectMethods(this);
    this.conditions = new Conditions(this);
    this.patterns = new Patterns(this);
    this.switches = new Switches(this);
    this.conversions = new Conversions(this);
    this.layering = new Layering(this, origins);
    this.bodies = new ConstantBodies(this);
    this.helpers = new Helpers(this);
    this.closures = new Closures(this);
    this.library = new Library(this);
    this.calls = new Calls(this);
    this.networks = new NetworkBlocks(this, others);
    this.stageCalls = new StageCalls(this);
    this.expressions = new Expressions(this);
    this.statements = new Statements(this);
  }

  Object eval(ExpressionTree tree, Activation at) {
    budget.step(tree, at);
    return tree.accept(expressions, at);
  }

  /** The values of a call's arguments, of which each may have mistakes of its own. */
  List<Object> eval(List<? extends ExpressionTree> trees, Activation at) {
    return eval(trees, index -> false, at);
  }

  /**
   * The same.
   *
   * @param isLayer whether the call goes on with an unknown layer where an argument is a mistake
   */
  List<Object> eval(List<? extends ExpressionTree> trees, IntPredicate isLayer, Activation at) {
    List<Object> values = new ArrayList<>();
    boolean isComplete = true;
    for (int i = 0; i < trees.size(); i++) {
      try {
        values.add(evalForTarget(trees.get(i), at));
      } catch (Mistake mistake) {
        recovery.pass(mistake, trees.get(i), at);
        values.add(Mistake.UNKNOWN_LAYER);
        isComplete &= isLayer.test(i);
      }
    }
    if (!isComplete) {
      throw Mistake.consequence();
    }
    return values;
  }

  /** The value of an expression that is assigned to something, as an argument to its parameter. */
  Object evalForTarget(ExpressionTree tree, Activation at) {
    if (tree instanceof ParenthesizedTree inner) {
      return evalForTarget(inner.getExpression(), at);
    }
    if (tree instanceof SwitchExpressionTree choice) {
      budget.step(tree, at);
      return switches.withTarget(choice, at);
    }
    if (tree instanceof ConditionalExpressionTree choice && alternatives.areAssigned(choice, at)) {
      budget.step(tree, at);
      Activation inside = conditions.scopeOf(choice.getCondition(), at);
      boolean decision = conditions.test(choice.getCondition(), inside);
      ExpressionTree taken = decision ? choice.getTrueExpression() : choice.getFalseExpression();
      return evalForTarget(taken, inside);
    }
    return eval(tree, at);
  }

  Completion run(StatementTree tree, Activation at) {
    budget.step(tree, at);
    return tree.accept(statements, at);
  }

  /** The type of a local variable. */
  ValueType declaredType(VariableTree variable, Activation at) {
    if (!InferredTypes.isInferred(variable)) {
      return valueTypes.of(variable.getType(), at.home());
    }
    return variable.getInitializer() == null
        ? ValueType.ANY
        : staticTypes.of(variable.getInitializer(), at).map(ValueTypes::of).orElse(ValueType.ANY);
  }

  /** The value as a variable of that type holds it. */
  Object coerce(Object value, ValueType type, Tree tree, Activation at) {
    if (value instanceof Closure closure && closure.method() == null) {
      return valueTypes.functionalMethod(type).map(closure::as).orElse(closure);
    }
    try {
      return type.coerce(value);
    } catch (NullPointerException unboxed) {
      throw mistakes.nullUnboxed(tree, at, type.toString());
    } catch (ClassCastException unfit) {
      throw mistakes.exception(tree, at, unfit.getMessage());
    }
  }

  int index(ExpressionTree tree, Activation at) {
    return (Integer) coerce(eval(tree, at), ValueType.primitive(Prim.INT), tree, at);
  }
}
