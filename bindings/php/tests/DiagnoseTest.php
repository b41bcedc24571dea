<?php

// The shared vectors of diagnosis, and its arguments.

declare(strict_types=1);

namespace Token04\Tests;

use DateTimeImmutable;
use PHPUnit\Framework\TestCase;
use ReflectionClass;
use Token04\Finding;
use Token04\FindingId;
use Token04\Issuer;
use Token04\Language;
use Token04\Report;
use Token04\Token04Exception;

use function Token04\diagnose;
use function Token04\explain;

final class DiagnoseTest extends TestCase
{
    public static function cases(): array
    {
        return Vectors::of('diagnose');
    }

    /** @dataProvider cases */
    public function testVectors(array $case): void
    {
        $report = self::ask($case, 'en');
        $this->assertSame($case['ok'], $report->ok);
        $this->assertSame($case['findings'], array_map(static function (Finding $finding): array {
            return ['id' => $finding->id, 'severity' => $finding->severity->value];
        }, $report->findings));
        foreach ($report->findings as $finding) {
            $this->assertSame($case['codes'][$finding->id] ?? [], $finding->clientCodes);
            $this->assertNotSame('', $finding->message);
            $this->assertNotSame('', $finding->fix);
        }
        if (isset($case['claims'])) {
            $this->assertSame($case['claims'], [
                'app_id' => $report->claims->appId,
                'user_id' => $report->claims->userId,
                'nonce' => (string) $report->claims->nonce,
                'ctime' => (string) $report->claims->ctime,
                'expire' => (string) $report->claims->expire,
                'payload' => $report->claims->payload,
            ]);
        }
        $chinese = self::ask($case, 'zh');
        $this->assertSame(array_column($report->findings, 'id'), array_column($chinese->findings, 'id'));
        foreach ($chinese->findings as $finding) {
            $this->assertMatchesRegularExpression('/\p{Han}/u', $finding->message . $finding->fix);
        }
    }

    /** Every id that can be found has a constant, and every constant is one. */
    public function testIds(): void
    {
        $ids = [];
        foreach (self::cases() as [$case]) {
            $ids = array_merge($ids, array_column($case['findings'], 'id'));
        }
        $constants = (new ReflectionClass(FindingId::class))->getConstants();
        $this->assertEqualsCanonicalizing(array_values(array_unique($ids)), array_values($constants));
    }

    public function testAnyTextIsLookedAt(): void
    {
        foreach (['', "\0", "\xff\xfe", '#', str_repeat('04', 100000)] as $text) {
            $report = diagnose($text);
            $this->assertFalse($report->ok);
            $this->assertNull($report->claims);
        }
        $token = (new Issuer(1, '0123456789abcdef0123456789abcdef'))->issue('user1', 60);
        $this->assertSame(FindingId::APP_SIGN, diagnose($token, str_repeat('0f', 32))->findings[0]->id);
        $this->assertSame(FindingId::WRONG_SECRET, diagnose($token, 'short')->findings[0]->id);
    }

    public function testArguments(): void
    {
        $secret = 'thisIsTheSecret0thisIsTheSecret0';
        $refused = [
            901 => [[null], [1], [['04']], ['04', null, null, null, null, null, 1],
                ['04', null, null, null, null, null, false, 'RTC'],
                ['04', null, null, null, null, null, false, null, 'fr'],
                ['04', null, null, null, null, null, false, null, 'en', 1.5],
                [null, $secret, 1, null, null, null, null]],
            1 => [['04', null, 0], ['04', null, -1], ['04', null, 4294967296], ['04', null, '1'], [null, null, 1.5, 3]],
            5 => [['04', 5], ['04', "\xff"], [null, [], 1, 3]],
            3 => [['04', null, null, 5], ['04', $secret, null, "\xff"]],
            102 => [['04', null, null, null, 5], ['04', null, null, null, null, "\xff"]],
        ];
        foreach ($refused as $code => $calls) {
            foreach ($calls as $arguments) {
                try {
                    diagnose(...$arguments);
                    $this->fail("not refused with {$code}");
                } catch (Token04Exception $exception) {
                    $this->assertSame($code, $exception->getCode(), $exception->getMessage());
                    $this->assertStringNotContainsString('thisIs', (string) $exception->getMessage());
                }
            }
        }
    }

    /** The causes of the client's code come first. */
    public function testCode(): void
    {
        $explanation = explain(1002077);
        $this->assertTrue($explanation->known);
        $this->assertSame([1002077, 'Express'], [$explanation->code, $explanation->product]);
        $this->assertStringContainsString($explanation->meaning, $explanation->text);
        $this->assertSame([], array_diff($explanation->causes, array_keys(self::ids())));
        $this->assertNotSame([], $explanation->checks);
        $this->assertMatchesRegularExpression('/\p{Han}/u', explain(1002077, Language::Zh)->text);
        $unknown = explain(10020770);
        $this->assertSame([false, ''], [$unknown->known, $unknown->product]);
        $this->assertNotSame([], $unknown->nearCodes);
        $this->assertStringContainsString('10020770', $unknown->text);
        $report = diagnose('04', code: 1002077, now: new DateTimeImmutable());
        $this->assertFalse($report->ok);
    }

    /** @return array<string, string> */
    private static function ids(): array
    {
        return array_flip((new ReflectionClass(FindingId::class))->getConstants());
    }

    private static function ask(array $case, string $lang): Report
    {
        return diagnose(
            $case['token'],
            $case['secret'] ?? null,
            $case['app_id'] ?? null,
            $case['user_id'] ?? null,
            $case['room_id'] ?? null,
            $case['stream_id'] ?? null,
            $case['publish'] ?? false,
            $case['profile'] ?? null,
            $lang,
            $case['now']
        );
    }
}
