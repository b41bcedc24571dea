# .NET is compiled and run by Mono here; the tests read JSON with System.Web.Extensions.
source scripts/setup/c.sh
debian mono-mcs mono-runtime libmono-system-core4.0-cil libmono-system-web-extensions4.0-cil
