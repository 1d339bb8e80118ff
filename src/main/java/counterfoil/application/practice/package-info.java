/** What is made up: a branch to practise in, and a day that is played to show the program. */
@NullMarked
package counterfoil.application.practice;

import org.jspecify.annotations.NullMarked;
