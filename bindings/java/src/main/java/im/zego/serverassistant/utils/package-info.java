/** The official package, with the one class of it that makes tokens. */
package im.zego.serverassistant.utils;
