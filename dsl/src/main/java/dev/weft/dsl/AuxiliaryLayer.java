package dev.weft.dsl;

import java.util.List;

/**
 * A side output for training: the input goes on unchanged, and a head of its own makes a second
 * prediction from it, whose loss is added with a weight. In inference the head is gone (Szegedy et
 * al. 2015, "Going Deeper with Convolutions", section 5).
 *
 * <pre>{@code
 * auxiliary(avgPool(5).stride(3), conv1x1(128), relu(), dense(1024), relu(), dense(1000))
 * }</pre>
 *
 * @param name the given name, or null
 * @param head the layers that make the side output
 * @param weight the weight of the side output's loss
 */
public record AuxiliaryLayer(String name, List<Layer> head, double weight) implements Layer {
  /** Copies the list; made by {@link Layers#auxiliary}. */
  public AuxiliaryLayer {
    head = List.copyOf(head);
    if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("weight must be at least 0 and finite, but is " + weight);
    }
  }

  /** This side output with another weight of its loss. */
  public AuxiliaryLayer weight(double weight) {
    return new AuxiliaryLayer(name, head, weight);
  }

  @Override
  public AuxiliaryLayer named(String name) {
    return new AuxiliaryLayer(Arguments.name(name), head, weight);
  }

  @Override
  public String kind() {
    return "auxiliary";
  }

  @Override
  public List<Layer> children() {
    return head;
  }
}
