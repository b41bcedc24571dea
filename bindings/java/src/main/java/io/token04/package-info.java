/**
 * Issue, verify and explain ZEGO Token04, the token that a client presents when it logs in to ZEGO's real-time voice,
 * video and chat.
 *
 * <p>{@link io.token04.Issuer} issues tokens, {@link io.token04.Verifier} checks them,
 * {@link io.token04.Token04#inspect(String)} reads what needs no secret,
 * {@link io.token04.Token04#diagnose(String, Question)} explains why a token is refused,
 * {@link io.token04.Token04#explain(long)} what an error code of ZEGO means, and {@link io.token04.Kit} handles kit tokens.
 * Every failure is a {@link io.token04.Token04Exception} with an {@link io.token04.ErrorCode}, which is the same in every
 * language. The class {@link im.zego.serverassistant.utils.TokenServerAssistant} replaces the official one.
 *
 * <p>Parameters and results are not null, except those annotated {@link org.jspecify.annotations.Nullable}. All classes are
 * immutable and can be shared between threads, except the builders.
 *
 * <p>The work is done by a native library, which is in the jar and is loaded when it is first needed.
 */
@NullMarked
package io.token04;

import org.jspecify.annotations.NullMarked;
