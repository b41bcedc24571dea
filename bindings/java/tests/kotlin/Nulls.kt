// What Kotlin refuses to compile: null for what is required, and a result that may be null used as if it could not be.
import io.token04.Issuer
import io.token04.Privilege
import io.token04.Verifier
import java.time.Duration

fun nullArgument(issuer: Issuer): String = issuer.issue(null, Duration.ofHours(1))

fun nullResult(verifier: Verifier): Privilege = verifier.verify("04").privilege()
