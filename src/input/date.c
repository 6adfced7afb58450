#include "input/date.h"

#include "base/ascii.h"

#include <string.h>

enum {
    YEAR_LEAST = 1500,
    YEAR_MOST = 2999
};

typedef struct scan {
    const char *text;
    size_t at, n;
} scan;

typedef struct day {
    unsigned year, month, day; /* month and day 0: not said */
} day;

static bool is_day(const day *d) {
    static const unsigned char DAYS[] = {31, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (d->year < YEAR_LEAST || d->year > YEAR_MOST || d->month > 12 || (d->month == 0 && d->day > 0))
        return false;
    bool leap = (d->year % 4 == 0 && d->year % 100 != 0) || d->year % 400 == 0;
    return d->day <= DAYS[d->month] && !(d->month == 2 && d->day == 29 && !leap);
}

/* ---- ISO 8601 ---- */

/* Exactly n digits. */
static bool read_digits(scan *s, size_t n, unsigned *number) {
    size_t i = 0;
    for (*number = 0; i < n && s->at + i < s->n && sm_ascii_is_digit(s->text[s->at + i]); i++)
        *number = *number * 10 + (unsigned)(s->text[s->at + i] - '0');
    if (i < n)
        return false;
    s->at += n;
    return true;
}

static bool take(scan *s, const char *set) {
    bool found = s->at < s->n && sm_ascii_is_one_of(s->text[s->at], set);
    s->at += found;
    return found;
}

/* Two digits, with a colon before them or not. */
static bool read_pair(scan *s, unsigned most) {
    scan begin = *s;
    unsigned number;
    take(s, ":");
    if (read_digits(s, 2, &number) && number <= most)
        return true;
    *s = begin;
    return false;
}

/* Behind the T. */
static bool read_time(scan *s) {
    unsigned hour;
    if (!read_digits(s, 2, &hour) || hour > 24)
        return false;
    if (read_pair(s, 59) && read_pair(s, 60) && take(s, ".,"))
        while (s->at < s->n && sm_ascii_is_digit(s->text[s->at]))
            s->at++;
    if (take(s, "Zz") || !take(s, "+-"))
        return true;
    if (!read_digits(s, 2, &hour) || hour > 14)
        return false;
    read_pair(s, 59);
    return true;
}

/* "2019-11-20", "20191120", "2019-11", "2019". */
static bool read_iso_day(scan *s, day *d) {
    if (!read_digits(s, 4, &d->year))
        return false;
    bool dashed = take(s, "-");
    if (!dashed && (s->at == s->n || !sm_ascii_is_digit(s->text[s->at])))
        return true;
    if (!read_digits(s, 2, &d->month) || d->month == 0)
        return false;
    if (dashed && !take(s, "-"))
        return true;
    return read_digits(s, 2, &d->day) && d->day > 0;
}

static bool is_iso(const char *text, size_t n) {
    scan s = {text, 0, n};
    day d = {0};
    if (!read_iso_day(&s, &d) || !is_day(&d))
        return false;
    if (s.at < n && d.day > 0 && take(&s, "T") && !read_time(&s))
        return false;
    return s.at == n;
}

/* ---- Other forms ---- */

/* The byte at `at`, a space outside the text. */
static char byte_at(const scan *s, size_t at) {
    if (at < s->n)
        return s->text[at];
    return ' ';
}

/* A number of one to four digits; its width. */
static size_t read_number(scan *s, unsigned *number) {
    size_t begin = s->at;
    for (*number = 0; s->at < s->n && sm_ascii_is_digit(s->text[s->at]); s->at++)
        if (s->at - begin < 5)
            *number = *number * 10 + (unsigned)(s->text[s->at] - '0');
    return s->at - begin;
}

/* "2019/11/20", "20.11.2019": three numbers with the same sign between them, with anything but a digit behind. */
static bool read_numbers(const char *text, size_t n, day *d) {
    scan s = {text, 0, n};
    unsigned a, b, c;
    size_t wide = read_number(&s, &a);
    char sign = byte_at(&s, s.at);
    if (wide == 0 || !take(&s, "-/.") || read_number(&s, &b) == 0 || s.at == n || text[s.at++] != sign)
        return false;
    size_t last = read_number(&s, &c);
    if (wide == 4) {
        *d = (day){a, b, c};
        return last == 1 || last == 2;
    }
    bool day_first = a > 12 || a == b, month_first = b > 12;
    *d = day_first ? (day){c, b, a} : (day){c, a, b};
    return last == 4 && day_first != month_first;
}

/* The month that an English word of n letters names, 0: none. */
static unsigned month_of(const char *word, size_t n) {
    static const char *const MONTHS[] = {"january", "february", "march",     "april",   "may",      "june",
                                         "july",    "august",   "september", "october", "november", "december"};
    for (unsigned m = 0; m < 12; m++) {
        size_t i = 0;
        while (i < n && MONTHS[m][i] == sm_ascii_small(word[i]))
            i++;
        bool abbreviated = n == 3 || (n == 4 && m == 8);
        if (i == n && (abbreviated || MONTHS[m][n] == '\0'))
            return m + 1;
    }
    return 0;
}

/* Is the number that ended at s->at and began at `begin` part of a time of day or a zone? */
static bool is_time(const scan *s, size_t begin) {
    char before = byte_at(s, begin - 1), after = byte_at(s, s->at);
    if (before == ':' || after == ':' || before == '+')
        return true;
    size_t at = s->at + (after == ' ');
    char first = sm_ascii_small(byte_at(s, at)), second = sm_ascii_small(byte_at(s, at + 1));
    return (first == 'a' || first == 'p') && second == 'm';
}

/* The words and numbers of a date written out, whatever their order; false: one thing is said twice. */
static bool add_number(const scan *s, size_t begin, unsigned number, day *d) {
    size_t width = s->at - begin;
    bool zone = width == 4 && number < YEAR_LEAST; /* -0500 */
    if (zone || is_time(s, begin))
        return true;
    unsigned *part = width == 4 ? &d->year : &d->day;
    bool good = *part == 0 && (width == 4 || (width <= 2 && number > 0));
    *part = number;
    return good;
}

static bool add_word(const char *word, size_t n, day *d) {
    unsigned month = month_of(word, n);
    if (month == 0)
        return true;
    bool good = d->month == 0;
    d->month = month;
    return good;
}

/* "Wed, 20 Nov 2019 09:28 GMT", "November 20, 2019 4:28 am". */
static bool read_words(const char *text, size_t n, day *d) {
    scan s = {text, 0, n};
    *d = (day){0};
    while (s.at < n) {
        size_t begin = s.at;
        unsigned number;
        bool good = true;
        if (sm_ascii_is_digit(text[s.at])) {
            read_number(&s, &number);
            good = add_number(&s, begin, number, d);
        } else if (sm_ascii_is_letter(text[s.at])) {
            while (s.at < n && sm_ascii_is_letter(text[s.at]))
                s.at++;
            good = add_word(text + begin, s.at - begin, d);
        } else {
            s.at++;
        }
        if (!good)
            return false;
    }
    return d->year > 0 && d->month > 0;
}

static void write_two(char *out, unsigned number) {
    out[0] = '-';
    out[1] = (char)('0' + number / 10);
    out[2] = (char)('0' + number % 10);
}

static void write_day(const day *d, char *out) {
    unsigned year = d->year;
    for (size_t i = 4; i-- > 0; year /= 10)
        out[i] = (char)('0' + year % 10);
    write_two(out + 4, d->month);
    if (d->day > 0)
        write_two(out + 7, d->day);
    out[d->day > 0 ? 10 : 7] = '\0';
}

bool sm_date_read(const char *text, size_t n, char date[SM_DATE_MAX]) {
    enum {
        MOST = 80 /* bytes: what is longer is no date */
    };
    day d;
    while (n > 0 && sm_ascii_is_space(text[n - 1]))
        n--;
    while (n > 0 && sm_ascii_is_space(*text))
        text++, n--;
    if (n < SM_DATE_MAX && is_iso(text, n)) {
        memcpy(date, text, n);
        date[n] = '\0';
        return true;
    }
    bool good = n <= MOST && (read_numbers(text, n, &d) || read_words(text, n, &d)) && is_day(&d) && d.month > 0;
    if (good)
        write_day(&d, date);
    return good;
}
