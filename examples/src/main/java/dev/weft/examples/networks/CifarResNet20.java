package dev.weft.examples.networks;

import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Expect;

/** The residual network of 20 layers for CIFAR-10, see {@link CifarResNet}. */
@Network(input = {3, 32, 32})
@Expect(parameters = 269_722, macs = 40_551_040)
public interface CifarResNet20 extends CifarResNet {}
