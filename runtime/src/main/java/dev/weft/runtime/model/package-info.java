/** What every generated network extends and implements, and the options it is made with. */
package dev.weft.runtime.model;
