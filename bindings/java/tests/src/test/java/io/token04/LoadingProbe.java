package io.token04;

import im.zego.serverassistant.utils.TokenServerAssistant;
import java.time.Duration;

/** Run in a Java VM of its own: says whether the library loads, each way twice. */
final class LoadingProbe {
    private LoadingProbe() {}

    public static void main(String[] arguments) {
        for (int time = 0; time < 2; time++) {
            try {
                Issuer issuer = Issuer.of(1, "0123456789abcdef0123456789ABCDEF");
                System.out.println("token " + issuer.issue("user1", Duration.ofHours(1)));
            } catch (Throwable error) {
                System.out.println(error);
            }
        }
        System.out.println(TokenServerAssistant.generateToken04(1, "user1", "0123456789abcdef0123456789ABCDEF", 1, ""));
    }
}
