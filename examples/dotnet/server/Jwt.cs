// Checks a JWT signed with HS256. On .NET with NuGet, Microsoft.IdentityModel.JsonWebTokens can take its place.
using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Text;
using System.Web.Script.Serialization;

public static class Jwt
{
    /// <summary>The claims of a JWT, or null where it is not signed with this key by HS256, or its time has passed, or
    /// has none.</summary>
    public static Dictionary<string, object> Claims(string jwt, string key)
    {
        string[] parts = jwt.Split('.');
        if (parts.Length != 3)
        {
            return null;
        }
        using (var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(key)))
        {
            byte[] expected = hmac.ComputeHash(Encoding.UTF8.GetBytes(parts[0] + "." + parts[1]));
            if (!Same(expected, Decode(parts[2])))
            {
                return null;
            }
        }
        var header = Parse(parts[0]);
        var claims = Parse(parts[1]);
        object algorithm, ends, begins;
        if (header == null || claims == null || header.ContainsKey("crit")
            || !header.TryGetValue("alg", out algorithm) || !"HS256".Equals(algorithm)
            || !claims.TryGetValue("exp", out ends) || !IsNumber(ends))
        {
            return null;
        }
        decimal now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        bool early = claims.TryGetValue("nbf", out begins) && IsNumber(begins) && Convert.ToDecimal(begins) > now;
        return Convert.ToDecimal(ends) > now && !early ? claims : null;
    }

    static bool IsNumber(object value)
    {
        return value is int || value is long || value is decimal;
    }

    static Dictionary<string, object> Parse(string part)
    {
        try
        {
            return new JavaScriptSerializer().DeserializeObject(Encoding.UTF8.GetString(Decode(part))) as Dictionary<string, object>;
        }
        catch (Exception notJson) when (notJson is ArgumentException || notJson is InvalidOperationException)
        {
            return null;
        }
    }

    static byte[] Decode(string text)
    {
        string padded = text.Replace('-', '+').Replace('_', '/') + new string('=', (4 - text.Length % 4) % 4);
        try
        {
            return Convert.FromBase64String(padded);
        }
        catch (FormatException)
        {
            return new byte[0];
        }
    }

    /// <summary>Takes as long for a wrong signature as for a right one.</summary>
    static bool Same(byte[] a, byte[] b)
    {
        int difference = a.Length ^ b.Length;
        for (int i = 0; i < a.Length; i++)
        {
            difference |= a[i] ^ (i < b.Length ? b[i] : 0);
        }
        return difference == 0;
    }
}
