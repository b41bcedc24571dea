/**
 * Issue, read and verify ZEGO Token04, the token that a client presents when it logs in to ZEGO's real-time
 * voice, video and chat.
 *
 * <p>{@link io.token04.Issuer} makes tokens, {@link io.token04.Verifier} checks them,
 * {@link io.token04.Token04#inspect(String)} reads what needs no secret,
 * {@link io.token04.Token04#diagnose(String, Question)} says why a token is refused, and {@link io.token04.Kit}
 * handles kit tokens. Every failure is a {@link io.token04.Token04Exception} with a public, stable code. The class
 * {@link im.zego.serverassistant.utils.TokenServerAssistant} stands in for the official one.
 *
 * <p>The work is done by a native library, which the jar brings along and loads when it is first needed.
 */
package io.token04;
