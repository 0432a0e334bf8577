/** What a declaration promises about its network as a whole, checked once the network is known. */
package dev.weft.dsl.contract;
