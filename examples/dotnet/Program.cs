// Makes an identity, a privilege and a kit token, verifies them, and prints their claims.
using System;
using Token04;

public static class Program
{
    public static int Main()
    {
        long appId = long.Parse(Environment.GetEnvironmentVariable("ZEGO_APP_ID") ?? "1234567890");
        // Only for a first try: yours is in the ZEGO console and never in code.
        string secret = Environment.GetEnvironmentVariable("ZEGO_SERVER_SECRET") ?? "0123456789abcdef0123456789abcdef";

        // Made once and shared between threads: they hold the expanded key.
        using (var issuer = new Issuer(appId, secret))
        using (var verifier = new Verifier(appId, secret))
        {
            TimeSpan day = TimeSpan.FromDays(1);
            Console.WriteLine("identity   " + issuer.Issue("user1", day));

            var privilege = new RoomPrivilege("room1") { Publish = true, Streams = new[] { "s1" } };
            string limited = issuer.IssueRoom("user1", day, privilege);
            Console.WriteLine("privilege  " + limited);
            Console.WriteLine("kit        " + issuer.KitToken("user1", day, "room1", "Alice"));

            // An identity token would satisfy any room: refuse it where rooms are guarded.
            Claims claims = verifier.Verify(
                limited, userId: "user1", roomId: "room1", publish: true, requirePrivilege: true);
            Console.WriteLine($"verified   {claims.UserId}, until {claims.ExpiresAt:u}, room {claims.Privilege.RoomId}");
            try
            {
                verifier.Verify(limited, roomId: "room2");
                return 1;
            }
            catch (Token04Exception refused)
            {
                Console.WriteLine($"refused    {(int)refused.Code} {refused.Message}");
            }
        }
        return 0;
    }
}
