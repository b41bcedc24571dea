// Durations and points in time as the library takes them: it refuses fractions, and writes the message.
using System;

namespace Token04
{
    internal static class Times
    {
        private const int NanosecondsPerTick = 100;

        public static long Seconds(TimeSpan duration)
        {
            return duration.Ticks / TimeSpan.TicksPerSecond;
        }

        /// <summary>The nanoseconds beyond the seconds, of either sign.</summary>
        public static int Nanoseconds(TimeSpan duration)
        {
            return (int)(duration.Ticks % TimeSpan.TicksPerSecond) * NanosecondsPerTick;
        }

        /// <summary>A time in unix seconds. Fractions of a second do not count.</summary>
        public static long UnixSeconds(DateTimeOffset? time)
        {
            return time.GetValueOrDefault().ToUnixTimeSeconds();
        }

        public static DateTimeOffset FromUnixSeconds(long seconds)
        {
            // Beyond the years 1 to 9999 there is no DateTimeOffset: the nearest one stands for what is beyond.
            long first = DateTimeOffset.MinValue.ToUnixTimeSeconds(), last = DateTimeOffset.MaxValue.ToUnixTimeSeconds();
            return DateTimeOffset.FromUnixTimeSeconds(Math.Max(first, Math.Min(last, seconds)));
        }
    }
}
