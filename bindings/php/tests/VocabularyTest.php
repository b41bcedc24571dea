<?php

// The vocabulary that every language shares: codes, modes, profiles, languages, severities and findings.

declare(strict_types=1);

namespace Token04\Tests;

use PHPUnit\Framework\TestCase;
use ReflectionClass;
use Token04\ErrorCode;
use Token04\FindingId;
use Token04\Internal\Library;
use Token04\Language;
use Token04\Mode;
use Token04\Profile;
use Token04\Severity;

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
        $kinds = ['mode' => Mode::cases(), 'profile' => Profile::cases(), 'language' => Language::cases(),
            'severity' => Severity::cases()];
        foreach ($kinds as $kind => $cases) {
            $numbers = self::entries($kind);
            $this->assertSame(array_keys($numbers), array_column($cases, 'value'));
            foreach ($numbers as $name => $number) {
                $this->assertSame($number, Library::get()->{'TOKEN04_' . strtoupper("{$kind}_{$name}")});
            }
        }
        // Header and Finding find a case by its number.
        $this->assertSame([0, 1], array_values(self::entries('mode')));
        $this->assertSame([0, 1, 2], array_values(self::entries('severity')));
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
