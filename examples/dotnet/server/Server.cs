// A token service with HttpListener: the user shows the app's own JWT and gets a token for ZEGO's SDK.
//
//     mcs -r:Token04.dll -r:System.Web.Extensions.dll -out:server.exe *.cs      # beside Token04.dll and its native library
//     export ZEGO_APP_ID=1234567890 ZEGO_SERVER_SECRET=0123456789abcdef0123456789abcdef JWT_KEY=…   # at least 32 bytes
//     mono server.exe
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Text;
using System.Threading;
using System.Web.Script.Serialization;
using Token04;

/// <summary>A refusal, answered as RFC 9457 has it, with the error code that all token04 libraries share.</summary>
public sealed class Problem : Exception
{
    public readonly int Status, Code;

    public Problem(int status, int code, string detail) : base(detail)
    {
        Status = status;
        Code = code;
    }
}

public static class Server
{
    // The policy.
    const int DefaultTtl = 24 * 3600, MaxTtl = 7 * 24 * 3600, LongestBody = 64 * 1024;

    /// <summary>Whether a user may publish in a room. Put your own rules here.</summary>
    static bool MayPublish(string userId, string roomId)
    {
        return roomId != "announcements";
    }

    static Issuer issuer;
    static string jwtKey;

    /// <summary>The user id in the JWT: nobody can ask for somebody else.</summary>
    static string Caller(HttpListenerRequest request)
    {
        string shown = request.Headers["Authorization"] ?? "";
        var claims = shown.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? Jwt.Claims(shown.Substring(7), jwtKey) : null;
        object subject = null;
        if (claims == null || !claims.TryGetValue("sub", out subject) || string.IsNullOrEmpty(subject as string))
        {
            throw new Problem(401, 901, "send Authorization: Bearer and a good JWT with sub and exp");
        }
        return (string)subject;
    }

    static string ReadBody(HttpListenerRequest request)
    {
        var body = new MemoryStream();
        var buffer = new byte[8192];
        long length = 0;
        for (int read; (read = request.InputStream.Read(buffer, 0, buffer.Length)) > 0; length += read)
        {
            // What is too much is read and forgotten: who is still sending would lose the answer with the connection.
            if (length + read <= LongestBody)
            {
                body.Write(buffer, 0, read);
            }
        }
        if (length > LongestBody)
        {
            throw new Problem(413, 901, "the body must be at most " + LongestBody + " bytes");
        }
        try
        {
            return new UTF8Encoding(false, true).GetString(body.ToArray());
        }
        catch (DecoderFallbackException)
        {
            throw new Problem(400, 901, "the body must be JSON in UTF-8");
        }
    }

    /// <summary>An object with some of the names and no others, or null.</summary>
    static Dictionary<string, object> Only(object value, params string[] names)
    {
        var entries = value as Dictionary<string, object>;
        return entries != null && entries.Keys.All(names.Contains) ? entries : null;
    }

    static Dictionary<string, object> Parse(string body)
    {
        object parsed = null;
        try
        {
            // Mono's parser takes an object that is cut short.
            parsed = body != "" && !body.TrimEnd().EndsWith("}") ? null : body == "" ? new Dictionary<string, object>() : new JavaScriptSerializer().DeserializeObject(body);
        }
        catch (Exception notJson) when (notJson is ArgumentException || notJson is InvalidOperationException)
        {
        }
        return Only(parsed, "user_id", "ttl", "room")
            ?? throw new Problem(400, 901, "the body must be a JSON object of user_id, ttl and room, or fewer");
    }

    static T Get<T>(Dictionary<string, object> entries, string name, T without, Problem malformed)
    {
        object value;
        if (!entries.TryGetValue(name, out value) || value == null)
        {
            return without;
        }
        return value is T ? (T)value : throw malformed;
    }

    static RoomPrivilege Room(object asked, string userId)
    {
        var malformed = new Problem(400, 102, "room must be an object of room_id, login, publish and streams, or fewer");
        var room = Only(asked, "room_id", "login", "publish", "streams") ?? throw malformed;
        string roomId = Get<string>(room, "room_id", null, malformed) ?? throw malformed;
        bool publish = Get(room, "publish", false, malformed);
        if (publish && !MayPublish(userId, roomId))
        {
            throw new Problem(403, 208, "publishing is not granted");
        }
        object[] streams = Get<object[]>(room, "streams", null, malformed);
        if (streams != null && !streams.All(stream => stream is string))
        {
            throw malformed;
        }
        return new RoomPrivilege(roomId) { Login = Get(room, "login", true, malformed), Publish = publish, Streams = streams?.Cast<string>() };
    }

    static object Answer(HttpListenerRequest request)
    {
        if (request.Url.AbsolutePath != "/v1/token" || request.HttpMethod != "POST")
        {
            throw new Problem(404, 901, "POST /v1/token");
        }
        string userId = Caller(request);
        var asked = Parse(ReadBody(request));
        if (Get(asked, "user_id", userId, new Problem(400, 3, "user_id must be a string")) != userId)
        {
            throw new Problem(403, 206, "user_id is another than that of the JWT");
        }
        // A number beyond 32 bits comes as another type, and is too long in any case.
        if (asked.ContainsKey("ttl") && (asked["ttl"] is long || asked["ttl"] is int && (int)asked["ttl"] > MaxTtl))
        {
            throw new Problem(403, 6, "ttl must be at most " + MaxTtl + " seconds");
        }
        int ttl = Get(asked, "ttl", DefaultTtl, new Problem(400, 6, "ttl must be whole seconds"));
        object room;
        string token = asked.TryGetValue("room", out room) && room != null
            ? issuer.IssueRoom(userId, TimeSpan.FromSeconds(ttl), Room(room, userId))
            : issuer.Issue(userId, TimeSpan.FromSeconds(ttl));
        long ends = Header.Inspect(token).Expire;
        // The SDK warns 30 s before the end; the client is to be earlier.
        return new { token, expires_at = ends, renew_at = ends - Math.Min(Math.Max(ttl / 10, 40), 3600) };
    }

    static void Serve(HttpListenerContext context)
    {
        int status = 200;
        object body;
        try
        {
            body = Answer(context.Request);
        }
        catch (Exception failure)
        {
            var problem = failure as Problem;
            var refused = failure as Token04Exception;
            status = problem?.Status ?? (refused != null ? 400 : 500);
            int code = problem?.Code ?? (refused != null ? (int)refused.Code : 903);
            if (status == 500)
            {
                Console.Error.WriteLine(failure);
            }
            body = new { type = "about:blank", status, code, detail = status == 500 ? "internal error" : failure.Message };
        }
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = status == 200 ? "application/json" : "application/problem+json";
        response.Headers["Cache-Control"] = "no-store";
        if (status == 401)
        {
            response.Headers["WWW-Authenticate"] = "Bearer";
        }
        byte[] bytes = Encoding.UTF8.GetBytes(new JavaScriptSerializer().Serialize(body));
        try
        {
            response.Close(bytes, true);
        }
        catch (Exception)
        {
            // The client has left.
        }
    }

    public static int Main()
    {
        string appId = Environment.GetEnvironmentVariable("ZEGO_APP_ID"), secret = Environment.GetEnvironmentVariable("ZEGO_SERVER_SECRET");
        jwtKey = Environment.GetEnvironmentVariable("JWT_KEY");
        if (string.IsNullOrEmpty(appId) || string.IsNullOrEmpty(secret) || string.IsNullOrEmpty(jwtKey))
        {
            Console.Error.WriteLine("set ZEGO_APP_ID, ZEGO_SERVER_SECRET and JWT_KEY");
            return 1;
        }
        // Made once and shared by all threads: it holds the expanded key.
        issuer = new Issuer(long.Parse(appId), secret, Mode.Cbc, Profile.Rtc);
        var listener = new HttpListener();
        listener.Prefixes.Add("http://127.0.0.1:" + (Environment.GetEnvironmentVariable("PORT") ?? "3000") + "/");
        listener.Start();
        while (true)
        {
            HttpListenerContext context = listener.GetContext();
            ThreadPool.QueueUserWorkItem(_ => Serve(context));
        }
    }
}
