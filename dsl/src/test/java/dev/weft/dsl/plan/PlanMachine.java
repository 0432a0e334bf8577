package dev.weft.dsl.plan;

import dev.weft.dsl.graph.Graph;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.op.ConcatOp;
import dev.weft.dsl.op.DropPathOp;
import dev.weft.dsl.op.DropoutOp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A machine that runs plans and only remembers which element of which value each element of an
 * image's memory holds; it takes nothing but a value's place from the plan.
 */
public final class PlanMachine {
  /** Elements of a written value, from {@code start} on, between two places of a buffer. */
  private record Run(long from, long to, Value value, long start) {}

  /** A part of a buffer. */
  private record Region(int buffer, long from, long to) {
    boolean overlaps(Region other) {
      return buffer == other.buffer && from < other.to && other.from < to;
    }
  }

  private final Memory memory;
  private final Map<Node, Value> outputs = new HashMap<>();
  private final Map<Value, Boolean> written = new HashMap<>();
  private final Map<Integer, List<Run>> contents = new HashMap<>();

  private PlanMachine(Pass pass) {
    memory = pass.memory();
    note(pass.input());
    pass.forward().forEach(step -> step.reads().forEach(this::note));
    pass.forward().forEach(step -> step.writes().forEach(this::note));
  }

  private void note(Value value) {
    if (value.role() == Value.Role.OUTPUT) {
      outputs.put(value.node(), value);
    }
  }

  /** Plans a graph; every step of both passes must read what it means to read. */
  public static void check(Graph graph) {
    Program program = Planner.plan(graph);
    Pass inference = program.inference();
    PlanMachine predicting = new PlanMachine(inference);
    predicting.write(inference.input());
    inference.forward().forEach(predicting::run);
    predicting.read(inference.output());

    Pass training = program.training();
    PlanMachine learning = new PlanMachine(training);
    learning.write(training.input());
    training.forward().forEach(learning::run);
    learning.lose(training.output(), training.outputGradient());
    training.sideOutputs().forEach(side -> learning.lose(side.output(), side.gradient()));
    training.backward().forEach(learning::run);
    if (training.inputGradient() != null) {
      learning.read(training.inputGradient());
    }
  }

  /** A loss reads an output and writes its gradient. */
  private void lose(Value output, Value gradient) {
    read(output);
    write(gradient);
  }

  private void run(Step step) {
    step.reads().forEach(this::read);
    List<Value> writes = step.writes().stream().filter(value -> !value.isOptional()).toList();
    List<Region> regions = new ArrayList<>();
    for (Value value : writes) {
      Region region = region(value);
      require(regions.stream().noneMatch(region::overlaps), step);
      regions.add(region);
      boolean isLast = value == step.writes().get(step.writes().size() - 1);
      for (Value read : step.reads()) {
        boolean mayShare = isLast && step.overwritable().contains(read);
        if (!mayShare && !read.isOptional()) {
          require(!region.overlaps(region(read)), step);
        }
      }
    }
    writes.forEach(this::write);
  }

  private Region region(Value value) {
    long from = memory.offset(value);
    return new Region(memory.buffer(value).orElseThrow(), from, from + value.shape().elements());
  }

  private void read(Value value) {
    if (!value.isOptional()) {
      Region region = region(value);
      expect(value, 0, value.shape().elements(), region.buffer(), region.from());
    }
  }

  /** Elements of a value, from {@code start} on, must be found in a buffer. */
  private void expect(Value value, long start, long count, int buffer, long at) {
    if (value.source() != null) {
      long perChannel = value.shape().elements() / value.shape().channels();
      expect(value.source(), start + value.firstChannel() * perChannel, count, buffer, at);
    } else if (written.containsKey(value)) {
      find(value, start, count, buffer, at);
    } else {
      expectParts(value.node(), start, count, buffer, at);
    }
  }

  private void expect(Node node, long start, long count, int buffer, long at) {
    if (outputs.containsKey(node)) {
      expect(outputs.get(node), start, count, buffer, at);
    } else if (node.op() instanceof DropoutOp || node.op() instanceof DropPathOp) {
      expect(node.inputs().get(0), start, count, buffer, at);
    } else {
      expectParts(node, start, count, buffer, at);
    }
  }

  /** What no step writes has to be there because its parts are. */
  private void expectParts(Node node, long start, long count, int buffer, long at) {
    require(node.op() instanceof ConcatOp, node);
    long first = 0;
    for (Node input : node.inputs()) {
      long last = first + input.output().elements();
      long from = Math.max(first, start);
      long to = Math.min(last, start + count);
      if (from < to) {
        expect(input, from - first, to - from, buffer, at + from - start);
      }
      first = last;
    }
  }

  private void find(Value value, long start, long count, int buffer, long at) {
    long found = 0;
    for (Run run : contents.getOrDefault(buffer, List.of())) {
      long from = Math.max(at, run.from());
      long to = Math.min(at + count, run.to());
      if (from < to) {
        boolean isRight = run.value() == value && run.start() - run.from() == start - at;
        require(isRight, value);
        found += to - from;
      }
    }
    require(found == count, value);
  }

  private void write(Value value) {
    written.put(value, true);
    if (value.isOptional()) {
      return;
    }
    Region region = region(value);
    require(memory.buffers().get(region.buffer()) >= region.to(), value);
    List<Run> left = new ArrayList<>();
    for (Run run : contents.getOrDefault(region.buffer(), List.of())) {
      keep(run, run.from(), Math.min(run.to(), region.from()), left);
      keep(run, Math.max(run.from(), region.to()), run.to(), left);
    }
    left.add(new Run(region.from(), region.to(), value, 0));
    contents.put(region.buffer(), left);
  }

  private static void keep(Run run, long from, long to, List<Run> left) {
    if (from < to) {
      left.add(new Run(from, to, run.value(), run.start() + from - run.from()));
    }
  }

  /** Plain, since a plan has thousands of conditions. */
  private static void require(boolean condition, Object at) {
    if (!condition) {
      throw new AssertionError(at.toString());
    }
  }
}
