// Counts checks, and says which failed: a program of these ends with checked().
#ifndef CHECK_HPP
#define CHECK_HPP

#include <cstdint>
#include <iostream>
#include <string>
#include <token04.hpp>

namespace test
{

struct Counts
{
    int checks = 0;
    int failures = 0;
};

inline Counts &counts()
{
    static Counts counts;
    return counts;
}

template <typename Left, typename Right>
void equal(const Left &left, const Right &right, const char *what, int line, const std::string &id = std::string())
{
    counts().checks++;
    if (left == right)
        return;
    counts().failures++;
    std::cout << "line " << line << ": " << what << ": " << left << " is not " << right << ' ' << id << '\n';
}

// The number of the token04::Error that a call throws; 0 if it throws none.
template <typename Call> std::int32_t thrown(Call call)
{
    try {
        call();
    } catch (const token04::Error &error) {
        equal(std::string(error.what()).empty(), false, "what() is empty", __LINE__);
        return error.number();
    }
    return 0;
}

// The exit status: a program that checked nothing has failed.
inline int checked()
{
    std::cout << counts().checks << " checks, " << counts().failures << " failed\n";
    return counts().failures != 0 || counts().checks == 0;
}

} // namespace test

#define EQUAL(left, right) test::equal(left, right, #left, __LINE__)
#define EQUAL_CASE(id, left, right) test::equal(left, right, #left, __LINE__, id)

static const std::uint32_t app_id = 1234567890;
static const std::string secret = "0123456789abcdef0123456789ABCDEF";

#endif
