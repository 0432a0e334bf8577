package dev.weft.runtime.observe;

/**
 * Is told of each call of a layer of a network, on the thread that runs the pass.
 *
 * <pre>{@code
 * LayerObserver printer = new LayerObserver() {
 *   @Override
 *   public void after(LayerCall call, String implementation) {
 *     System.out.println(call.name() + " by " + implementation);
 *   }
 * };
 * var network = new LeNet5Network(ModelOptions.defaults().observer(printer));
 * }</pre>
 */
public interface LayerObserver {
  /** Wants to know nothing; layers are not wrapped for it. */
  LayerObserver NONE = new LayerObserver() {};

  /** A layer is about to compute. */
  default void before(LayerCall call) {}

  /**
   * A layer has computed.
   *
   * @param implementation what computed it: {@code nd4j}, or oneDNN's name for its code, {@code
   *     brgconv_1x1:avx512_core}
   */
  default void after(LayerCall call, String implementation) {}
}
