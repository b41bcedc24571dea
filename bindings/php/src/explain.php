<?php

// The function explain. No autoloader finds a function, so this file is loaded at once.

declare(strict_types=1);

namespace Token04;

use FFI;
use Token04\Internal\Arguments;
use Token04\Internal\Library;

// Where PHP has it preloaded, Composer includes this file a second time.
if (!\function_exists('Token04\explain')) {
    /**
     * Explains an error code that a ZEGO SDK or the Server API reported. It knows the codes about tokens and those that are
     * often mistaken for them; an unknown code gives an explanation too.
     *
     *     echo explain(50119);
     *
     * @param int $code the code
     * @param string $lang the language of the texts: 'en' or 'zh'
     * @throws Token04Exception 901 for another language; 903 if the native library cannot be loaded
     */
    function explain(int $code, string $lang = 'en'): Explanation
    {
        $library = Library::get();
        $arguments = new Arguments($library);
        $place = $library->new('token04_explanation *');
        $error = Library::error($library);
        $status = $library->token04_explain($code, $arguments->language($lang), FFI::addr($place), FFI::addr($error));
        if ($status !== ErrorCode::OK) {
            throw $arguments->failure($error);
        }
        $explanation = Explanation::read($library, $place[0]);
        $library->token04_explanation_free($place);
        return $explanation;
    }
}
