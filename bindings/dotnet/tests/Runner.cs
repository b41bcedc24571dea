// A small runner: runs every check, prints what failed, and ends with "N passed, N failed".
using System;
using System.Collections.Generic;

namespace Token04.Tests
{
    public static class Runner
    {
        private static int passed, failed;

        public static int Main()
        {
            foreach (Action suite in new Action[] { Vectors.Run, Vocabulary.Run, Diagnose.Run, Behaviour.Run, DropIn.Run })
            {
                int before = passed;
                suite();
                Console.WriteLine($"{suite.Method.DeclaringType.Name}: {passed - before} passed");
            }
            Console.WriteLine($"{passed} passed, {failed} failed");
            return failed == 0 && passed > 0 ? 0 : 1;
        }

        /// <summary>One check, under a name.</summary>
        public static void Check(string name, Action body)
        {
            try
            {
                body();
                passed++;
            }
            catch (Exception problem)
            {
                failed++;
                Console.WriteLine($"FAILED {name}: {problem.GetType().Name}: {problem.Message}");
            }
        }

        public static void Equal<T>(T expected, T actual, string what = "")
        {
            if (!EqualityComparer<T>.Default.Equals(expected, actual))
            {
                throw new Exception($"{what} expected {expected}, got {actual}");
            }
        }

        /// <summary>Whether a call throws an exception of this class itself.</summary>
        public static void Throws<T>(Action call, string what)
            where T : Exception
        {
            try
            {
                call();
            }
            catch (T)
            {
                return;
            }
            throw new Exception($"{what}: no {typeof(T).Name}");
        }

        public static void True(bool condition, string what)
        {
            if (!condition)
            {
                throw new Exception(what);
            }
        }

        /// <summary>The code of a call; 0 where it goes well.</summary>
        public static int Code(Action call)
        {
            try
            {
                call();
                return 0;
            }
            catch (Token04Exception failure)
            {
                return (int)failure.Code;
            }
        }
    }
}
