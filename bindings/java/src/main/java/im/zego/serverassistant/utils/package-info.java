/** The official package, with its one class that issues tokens. */
@NullMarked
package im.zego.serverassistant.utils;

import org.jspecify.annotations.NullMarked;
