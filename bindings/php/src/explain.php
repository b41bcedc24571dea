<?php

// The function explain. No autoloader finds a function, so this file is loaded at once.

declare(strict_types=1);

namespace Token04;

use FFI;
use Token04\Internal\Arguments;
use Token04\Internal\Library;

// If PHP has preloaded it, Composer includes this file a second time.
if (!\function_exists('Token04\explain')) {
    /**
     * Explains an error code that a ZEGO SDK or the Server API reported: what it means for a token, what causes it, and
     * what to check. A code that is not known is explained too.
     *
     *     echo explain(1002077)->text;
     *
     * @param int $code the code
     * @param Language|string $lang the language of the texts
     * @throws Token04Exception 901 for another language; 903 if the native library cannot be loaded
     */
    function explain(int $code, Language|string $lang = Language::En): Explanation
    {
        $library = Library::get();
        $arguments = new Arguments($library);
        $place = $library->new('token04_explanation *');
        $language = $arguments->language($lang);
        $status = $library->token04_explain($code, $language, FFI::addr($place), $arguments->error());
        if ($status !== ErrorCode::OK) {
            throw $arguments->failure();
        }
        $explanation = Explanation::read($library, $place[0]);
        $library->token04_explanation_free($place);
        return $explanation;
    }
}
