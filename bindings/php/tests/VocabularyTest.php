<?php

// The vocabulary that every language shares: codes, modes, profiles, languages, severities and findings.

declare(strict_types=1);

namespace Token04\Tests;

use PHPUnit\Framework\TestCase;
use ReflectionClass;
use Token04\ErrorCode;
use Token04\Finding;
use Token04\FindingId;
use Token04\Internal\Library;
use Token04\Internal\Names;

final class VocabularyTest extends TestCase
{
    public function testErrorCodes(): void
    {
        $codes = ['OK' => 0] + array_change_key_case(self::entries('error'), CASE_UPPER);
        $this->assertGreaterThan(15, count($codes));
        $this->assertSame($codes, (new ReflectionClass(ErrorCode::class))->getConstants());
        foreach ($codes as $name => $code) {
            $this->assertSame($code, Library::get()->{"TOKEN04_{$name}"});
        }
    }

    public function testNames(): void
    {
        $kinds = ['mode' => Names::MODES, 'profile' => Names::PROFILES, 'language' => Names::LANGUAGES, 'severity' => Names::SEVERITIES];
        foreach ($kinds as $kind => $numbers) {
            $this->assertSame(self::entries($kind), $numbers);
            foreach ($numbers as $name => $number) {
                $this->assertSame($number, Library::get()->{'TOKEN04_' . strtoupper("{$kind}_{$name}")});
            }
        }
        foreach (array_keys(Names::SEVERITIES) as $name) {
            $this->assertSame($name, constant(Finding::class . '::' . strtoupper($name)));
        }
    }

    public function testFindings(): void
    {
        $ids = array_keys(self::entries('finding'));
        $this->assertSame($ids, array_values((new ReflectionClass(FindingId::class))->getConstants()));
    }

    /** @return array<string, int> the numbers of a kind by their names */
    private static function entries(string $kind): array
    {
        $entries = array_filter(array_column(Vectors::of('vocabulary'), 0), static fn ($case) => $case['kind'] === $kind);
        return array_column($entries, 'number', 'name');
    }
}
