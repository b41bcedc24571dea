// The language of reports and explanations.
#import "T04Error.h"

/// The language of a report or an explanation.
typedef NS_ENUM(NSInteger, T04Language) {
    // begin languages (written by scripts/vocabulary.py)

    /// English.
    T04LanguageEN = 0,
    /// Simplified Chinese.
    T04LanguageZH = 1

    // end languages
};
