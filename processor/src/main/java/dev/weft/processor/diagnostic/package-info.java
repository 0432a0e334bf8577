/** Where things were declared, and how mistakes become the messages that javac prints. */
package dev.weft.processor.diagnostic;
