/** The rules of the branch, its people, and this workstation; each change an entry. */
@NullMarked
package counterfoil.desktop.settings;

import org.jspecify.annotations.NullMarked;
