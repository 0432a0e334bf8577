/** What is legal in a network but hardly meant: each check a class, all of them silent on most. */
package dev.weft.dsl.lint;
