<?php

// Where the native library loads, in the command line and under a web server, and what is said where it does not.

declare(strict_types=1);

namespace Token04\Tests;

use PHPUnit\Framework\TestCase;
use ReflectionClass;
use Token04\Issuer;

final class LoadingTest extends TestCase
{
    private const SECRET = '0123456789abcdef0123456789ABCDEF';

    /** A program that makes and checks tokens in both ways, and prints what came of it. */
    private const PROGRAM = <<<'E'
        try {
            $issuer = new Token04\Issuer(1, '0123456789abcdef0123456789ABCDEF');
            $token = $issuer->issueRoom('user1', 60, (new Token04\RoomPrivilege('room1'))->streams(['s1']));
            $claims = (new Token04\Verifier(1, '0123456789abcdef0123456789ABCDEF'))->verify($token, 'user1', 'room1');
            [, $user] = Token04\Kit::decode($issuer->kitToken('user1', 60, $claims->privilege->roomId));
            echo Token04\inspect($token)->mode->value, ' ', $user->roomId, ' ';
        } catch (Token04\Token04Exception $exception) {
            echo $exception->getCode(), ' ', $exception->getMessage(), ' ';
        }
        $result = ZEGO\ZegoServerAssistant::generateToken04(1, 'user1', '0123456789abcdef0123456789ABCDEF', 60, '');
        echo $result->code, ' ', $result->message, gettype($result->token);
        E;
    private const WORKS = 'cbc room1 0 string';

    /** @var string[] folders to remove */
    private $folders = [];

    protected function tearDown(): void
    {
        foreach ($this->folders as $folder) {
            exec('rm -rf ' . escapeshellarg($folder));
        }
    }

    public function testCommandLine(): void
    {
        $this->assertSame(self::WORKS, Program::run(self::PROGRAM));
        $this->assertSame(self::WORKS, Program::run(self::PROGRAM, ['-d', 'ffi.enable=preload']));
        $this->assertSame(self::WORKS, Program::run(self::PROGRAM, ['-d', 'ffi.enable=true']));
        $this->assertSame(self::WORKS, Program::run(self::PROGRAM, ['-d', 'opcache.enable_cli=1']));
    }

    public function testFfiOff(): void
    {
        $script = self::package() . '/preload.php';
        $this->assertTold(
            "token04 may not use FFI: in php.ini set ffi.enable=preload and opcache.preload={$script}, or ",
            Program::run(self::PROGRAM, ['-d', 'ffi.enable=false'])
        );
    }

    public function testNoFfi(): void
    {
        $output = Program::run(self::PROGRAM, ['-n']);
        $this->assertTold('token04 needs the extension FFI: install it, and set extension=ffi in php.ini', $output);
    }

    public function testPreloadedInTheCommandLine(): void
    {
        // As any user but root, for whom PHP wants opcache.preload_user, and then allows no scope.
        $nobody = posix_geteuid() === 0 ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : [];
        $options = ['-d', 'ffi.enable=preload', '-d', 'opcache.enable_cli=1'];
        $options = array_merge($options, ['-d', 'opcache.preload=' . self::package() . '/preload.php']);
        $program = self::PROGRAM . "\necho ' ', FFI::scope('TOKEN04')->token04_version();";
        $version = \Token04\Internal\Library::VERSION;
        $this->assertSame(self::WORKS . " {$version}", Program::run($program, $options, null, $nobody));
    }

    public function testWebServer(): void
    {
        $script = self::package() . '/preload.php';
        $restricted = "token04 may not use FFI: in php.ini set opcache.preload={$script}, or ffi.enable=true";
        $this->assertSame([self::WORKS, self::WORKS], $this->served(['ffi.enable=true']));
        foreach ($this->served(['ffi.enable=preload']) as $answer) {
            $this->assertTold($restricted, $answer);
        }
        $preload = ['ffi.enable=preload', 'opcache.enable=1', "opcache.preload={$script}"];
        if (posix_geteuid() === 0) {
            $preload[] = 'opcache.preload_user=root';
        }
        $this->assertSame([self::WORKS, self::WORKS], $this->served($preload));
    }

    public function testNoLibrary(): void
    {
        $package = $this->copyOfPackage();
        exec('rm -r ' . escapeshellarg("{$package}/native"));
        $platform = \Token04\Internal\Platform::current();
        $output = Program::run(self::PROGRAM, [], "{$package}/autoload.php");
        $this->assertTold("token04 has no native library for {$platform}: {$package}/native/{$platform}/", $output);
        $this->assertStringContainsString('is missing; scripts/build.sh php makes it', $output);
        // Preloading without it neither fails nor warns: who uses the package is told.
        $options = ['-d', 'opcache.enable_cli=1', '-d', 'opcache.preload_user=root'];
        $options = array_merge($options, ['-d', "opcache.preload={$package}/preload.php"]);
        $this->assertTold('token04 has no native', Program::run(self::PROGRAM, $options, "{$package}/autoload.php"));
    }

    public function testBrokenLibrary(): void
    {
        $package = $this->copyOfPackage();
        [$library] = glob("{$package}/native/*/lib*");
        file_put_contents($library, 'no library');
        $output = Program::run(self::PROGRAM, [], "{$package}/autoload.php");
        $this->assertTold('the native library of token04 does not load, rebuild it: ', $output);
        $this->assertStringContainsString($library, $output);
    }

    public function testLibraryOfAnotherVersion(): void
    {
        $package = $this->copyOfPackage();
        $file = "{$package}/src/Internal/Library.php";
        $version = \Token04\Internal\Library::VERSION;
        file_put_contents($file, str_replace("'{$version}'", "'9.9.9'", file_get_contents($file)));
        $output = Program::run(self::PROGRAM, [], "{$package}/autoload.php");
        $message = "the package token04 has version 9.9.9, its native library version {$version}: ";
        $this->assertTold($message, $output);
        file_put_contents("{$package}/src/Internal/token04.h", 'void token04_of_a_later_version(void);');
        $output = Program::run(self::PROGRAM, [], "{$package}/autoload.php");
        $this->assertTold('the native library of token04 does not load, rebuild it: ', $output);
    }

    private function assertTold(string $message, string $output): void
    {
        $this->assertStringStartsWith("903 {$message}", $output);
        $this->assertStringContainsString(" 903 {$message}", $output);
        $this->assertStringEndsWith('NULL', $output);
    }

    /** Where the package under test is. */
    private static function package(): string
    {
        return dirname((new ReflectionClass(Issuer::class))->getFileName(), 2);
    }

    private function copyOfPackage(): string
    {
        $copy = sys_get_temp_dir() . '/token04-' . bin2hex(random_bytes(8));
        exec(sprintf('cp -rL %s %s', escapeshellarg(self::package()), escapeshellarg($copy)));
        return $this->folders[] = $copy;
    }

    /**
     * What a web server of PHP's own answers, twice.
     *
     * @param string[] $settings
     * @return string[]
     */
    private function served(array $settings): array
    {
        $socket = stream_socket_server('tcp://127.0.0.1:0');
        $address = stream_socket_get_name($socket, false);
        fclose($socket);
        $file = Program::write(self::PROGRAM);
        $command = [PHP_BINARY, '-S', $address];
        foreach ($settings as $setting) {
            array_push($command, '-d', $setting);
        }
        $null = ['file', '/dev/null', 'w'];
        $server = proc_open(array_merge($command, [$file]), [1 => $null, 2 => $null], $pipes);
        try {
            for ($try = 0; $try < 100 && @file_get_contents("http://{$address}/") === false; $try++) {
                usleep(50000);
            }
            return [file_get_contents("http://{$address}/"), file_get_contents("http://{$address}/")];
        } finally {
            proc_terminate($server, SIGKILL);
            proc_close($server);
            unlink($file);
        }
    }
}
