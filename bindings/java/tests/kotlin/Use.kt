// What a Kotlin program writes: nullable where the package says so, and nowhere else.
import io.token04.Issuer
import io.token04.Privilege
import io.token04.Profile
import io.token04.RoomPrivilege
import io.token04.Verifier
import java.time.Duration

private const val SECRET = "0123456789abcdef0123456789abcdef"

fun main() {
    val profile: Profile? = null
    Issuer.builder(1234567890, SECRET).profile(profile).build().use { issuer ->
        val privilege = RoomPrivilege.builder("room1").publish(true).build()
        val token: String = issuer.issueRoom("user1", Duration.ofHours(1), privilege)
        val claims = Verifier.builder(1234567890, SECRET).build().use { it.verify(token) }
        val read: Privilege? = claims.privilege()
        println("${claims.userId()} ${read?.roomId()}")
    }
}
