/** How the papers trained their networks. */
package dev.weft.runtime.recipe;
