package dev.weft.dsl.plan;

import dev.weft.dsl.graph.Graph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A machine that runs plans and only remembers which value each buffer holds. */
public final class PlanMachine {
  private final Memory memory;
  private final Map<Integer, Value> contents = new HashMap<>();

  private PlanMachine(Memory memory) {
    this.memory = memory;
  }

  /** Plans a graph; every step of both passes must read what it means to read. */
  public static void check(Graph graph) {
    Program program = Planner.plan(graph);
    Pass inference = program.inference();
    PlanMachine predicting = new PlanMachine(inference.memory());
    predicting.write(inference.input());
    inference.forward().forEach(predicting::run);
    predicting.read(inference.output());

    Pass training = program.training();
    PlanMachine learning = new PlanMachine(training.memory());
    learning.write(training.input());
    training.forward().forEach(learning::run);
    learning.lose(training.output(), training.outputGradient());
    training.sideOutputs().forEach(side -> learning.lose(side.output(), side.gradient()));
    training.backward().forEach(learning::run);
    learning.read(training.inputGradient());
  }

  /** A loss reads an output and writes its gradient. */
  private void lose(Value output, Value gradient) {
    read(output);
    write(gradient);
  }

  private void run(Step step) {
    step.reads().forEach(this::read);
    List<Integer> written = new ArrayList<>();
    for (Value value : step.writes()) {
      write(value);
      if (!value.isOptional()) {
        written.add(memory.buffer(value).orElseThrow());
      }
    }
    require(Set.copyOf(written).size() == written.size(), step);
    Value last = step.writes().get(step.writes().size() - 1);
    for (Value read : step.reads()) {
      for (Value value : step.writes()) {
        boolean mayShare = value == last && step.overwritable().contains(read);
        boolean areOptional = read.isOptional() || value.isOptional();
        if (!mayShare && !areOptional) {
          require(!memory.buffer(value).equals(memory.buffer(read)), step);
        }
      }
    }
  }

  private void read(Value value) {
    if (!value.storage().isOptional()) {
      Integer buffer = memory.buffer(value).orElseThrow();
      require(contents.get(buffer) == value.storage(), value);
    }
  }

  private void write(Value value) {
    if (!value.isOptional()) {
      int buffer = memory.buffer(value).orElseThrow();
      require(memory.buffers().get(buffer) >= value.shape().elements(), value);
      contents.put(buffer, value.storage());
    }
  }

  /** Plain, since a plan has thousands of conditions. */
  private static void require(boolean condition, Object at) {
    if (!condition) {
      throw new AssertionError(at.toString());
    }
  }
}
