/* Pages as people make them, and what of them is the article. */
#include "input/pages.h"

/* Paragraphs of about a hundred bytes. */
#define P1                                                                                                             \
    "The ferry to the outer islands sails again from Monday, after its engine was taken out and mended in the yard."
#define P2 "For nine weeks the islanders had to make do with a fishing boat that took twelve people and no cars at all."
#define P3 "The company says that the new timetable has two more crossings on Fridays, when most of the guests arrive."
#define P4 "Tickets cost as much as before, and whoever lives on the islands travels free of charge until the spring."

static void check(const char *html, const char *expected) {
    check_page(html, expected, false);
}

static void test_news(void **state) {
    (void)state;
    check(
        "<html><head><title>Ferry sails again - Island Post</title></head><body>"
        "<div id='cookie-notice'><p>We use cookies to count our readers and for nothing else, as far as we know. "
        "<a href='/privacy'>More</a></p></div>"
        "<header><a href='/'>Island Post</a><nav><ul><li><a href='/news'>News</a><li><a href='/sea'>Sea</a></ul></nav>"
        "</header><div class='wrap'><div class='story'>"
        "<h1>Ferry sails again</h1><div class='byline'>By the harbour desk</div><time>1 May 2031</time>"
        "<div class='share-buttons'><a href='#'>Share</a><a href='#'>Mail</a></div>"
        "<div class='story-text'><p>" P1 "</p><p>" P2
        "</p><div class='ad-slot'>Advertisement</div><h2>More crossings</h2>"
        "<p>" P3 "</p><p><b>Read also: </b><a href='/yard'>What the yard found in the old engine of the ferry</a></p>"
        "<figure><img src='a.jpg'><figcaption>The ferry at its pier on the day before it was taken to the yard, as "
        "seen "
        "from the church.</figcaption></figure><p>" P4 "</p>"
        "<p>Write to us: <a href='mailto:desk@example.org'>desk@example.org</a></p></div>"
        "<div class='related'><h3>Related</h3><p>" P2 "</p></div>"
        "<div id='comments'><h3>Comments</h3><p>" P3 "</p></div></div>"
        "<div class='sidebar'><h3>Most read</h3><p>" P4 "</p></div></div>"
        "<footer><p>Island Post, Pier 2. What is printed here may not be printed elsewhere without our "
        "leave.</p></footer>",
        "T:Ferry sails again|U:" P1 "|U:" P2 "|H:More crossings|U:" P3 "|U:" P4);
}

static void test_blog_without_paragraph_elements(void **state) {
    (void)state;
    check("<title>My island | A blog</title><div id='menu'><a href='/'>Home</a> <a href='/about'>About</a></div>"
          "<div id='page'><div><h2>My island</h2>" P1 "<br><br>" P2 "<br><br>Short &amp; sweet.<br><br>" P3 "</div>"
          "<div><a href='/older'>Older posts</a> <a href='/newer'>Newer posts</a></div></div>",
          "T:My island|U:" P1 "|U:" P2 "|U:Short & sweet.|U:" P3);
}

static void test_documentation(void **state) {
    (void)state;
    check("<title>Install</title><div class='toc'><ul><li><a href='#a'>Install</a><li><a href='#b'>Use</a></ul></div>"
          "<main><h1>Install</h1><p>" P1 "</p><pre>make\nmake install</pre><p>Then:</p><ul><li>Open the file."
          "<li>Read it from its beginning to its end, and not from its end to its beginning, which takes longer.</ul>"
          "<table><tr><th>Flag<th>Meaning<tr><td>-v<td>tells more</table><p>" P2 "</p></main>",
          "T:Install|U:" P1
          "|X:make make install|U:Then:|I:Open the file.|I:Read it from its beginning to its end, and not "
          "from its end to its beginning, which takes longer.|U:Flag Meaning|U:-v tells more|U:" P2);
}

/* The posts of a forum are one text, though each says it is one of its own. */
static void test_forum(void **state) {
    (void)state;
    check("<title>Which ferry?</title><div class='nav'><a href='/'>Forum</a></div><div id='thread'>"
          "<div class='post'><div class='author'>toad17</div><div class='post-content'><p>" P1 "</p></div></div>"
          "<div class='post'><div class='author'>owl</div><div class='post-content'><p>" P2 "</p></div></div>"
          "<div class='post'><div class='author'>toad17</div><div class='post-content'><p>" P3 "</p></div></div></div>",
          "T:Which ferry?|U:" P1 "|U:" P2 "|U:" P3);
}

/* Others that say they are articles do not count beside the one with the main heading. */
static void test_article_among_others(void **state) {
    (void)state;
    check("<div><article><h1>Ferry</h1><p>" P1 "</p><p>" P2 "</p></article></div>"
          "<div><article><h3>Boat</h3><p>" P3 "</p></article><article><h3>Timetable</h3><p>" P4 "</p></article></div>",
          "U:" P1 "|U:" P2);
}

static void test_articles_within_articles(void **state) {
    (void)state;
    check("<article><p>" P1 "</p><p>" P2 "</p><p>" P3 "</p><section><article><p>" P4
          "</p></article></section></article>"
          "<article><p>" P4 "</p></article>",
          "U:" P1 "|U:" P2 "|U:" P3);
}

static void test_list_of_stories(void **state) {
    (void)state;
    check("<title>Island Post</title><nav><a href='/'>Home</a></nav>"
          "<div><article><h2><a href='/1'>Ferry</a></h2><p>" P1 "</p></article>"
          "<article><h2><a href='/2'>Boat</a></h2><p>" P2 "</p></article>"
          "<article><h2><a href='/3'>Timetable</a></h2><p>" P3 "</p></article></div>",
          "T:Island Post|U:" P1 "|U:" P2 "|U:" P3);
}

/* Without paragraphs: what is not set aside; if there is nothing, all that is seen. */
static void test_pages_without_an_article(void **state) {
    (void)state;
    check("<title>Login</title><nav><a href='/'>Home</a></nav><h1>Login</h1><p>Enter your name.</p>"
          "<footer>2031</footer>",
          "T:Login|U:Enter your name.");
    check("<ul><li><a href='/1'>One</a><li><a href='/2'>Two</a></ul>", "I:One|I:Two");
    check("<nav>Only a menu</nav>", "U:Only a menu");
    check("", "");
}

/* Names may lie: what has most of the text is not set aside. */
static void test_names_that_lie(void **state) {
    (void)state;
    check("<body class='has-sidebar'><form class='sidebar'><h1>Ferry</h1><p>" P1 "</p><p>" P2 "</p></form></body>",
          "U:" P1 "|U:" P2);
    check("<div class='footer-page'><p>" P1 "</p><p>" P2 "</p></div>", "U:" P1 "|U:" P2);
    check("<div class='comment'><p>" P1 "</p></div><p>" P2 "</p><p>" P3 "</p>", "U:" P2 "|U:" P3);
}

static void test_quotations_stay(void **state) {
    (void)state;
    check("<div class='entry-content'><p>" P1 "</p><p>" P2
          "</p><div class='embed'><blockquote class='social'><p>So glad!</p>"
          "&mdash; An islander <a href='https://twitter.com/x'>1 May</a></blockquote></div></div>",
          "U:" P1 "|U:" P2 "|Q:So glad!|Q:\xE2\x80\x94 An islander 1 May");
}

static void test_layout_by_tables(void **state) {
    (void)state;
    check("<table><tr><td><a href='/1'>One</a><br><a href='/2'>Two</a></td><td><table><tr><td><p>" P1 "</p><p>" P2
          "</p></td>"
          "</tr></table></td></tr></table>",
          "U:" P1 "|U:" P2);
}

static void test_hidden_text(void **state) {
    (void)state;
    check("<article><p>" P1 "</p><div style='display:none'><p>" P2 "</p></div><p hidden>" P3 "</p><p>" P4
          "</p></article>",
          "U:" P1 "|U:" P4);
}

/* A few words that are all there is in a box are no text, unless they are a sentence. */
static void test_labels_in_boxes(void **state) {
    (void)state;
    check("<article><p>" P1
          "</p><div>Image 1 of 5</div><center>Advert</center><div>So it was.</div><p>Then:</p><div>A box "
          "of more than a few words</div><h3>On</h3><p>" P2 "</p></article>",
          "U:" P1 "|U:So it was.|U:Then:|U:A box of more than a few words|H:On|U:" P2);
    check("<div>" P1 "<br><br>Two words<br><br>" P2 "</div>", "U:" P1 "|U:Two words|U:" P2);
}

static void test_titles(void **state) {
    (void)state;
    check("<title>Ferry sails &amp; sails | Island Post</title><p>" P1 "</p>", "T:Ferry sails & sails|U:" P1);
    /* text before it keeps its place */
    check("Late.<title>Ferry: a story</title>", "U:Late.|T:Ferry: a story");
    check("<title>Ferry: a story</title><p>" P1 "</p>", "T:Ferry: a story|U:" P1);
    check("<title>x</title><meta property='og:title' content=\"It's the ferry\"><p>" P1 "</p>",
          "T:It's the ferry|U:" P1);
    check("<title>Island Post - Ferry &ndash; sails</title><h1>Ferry <i>&#8211; sails</i></h1><p>" P1 "</p>",
          "T:Ferry \xE2\x80\x93 sails|U:" P1);
    check("<title></title><p>" P1 "</p>", "U:" P1);
}

/* The script is no measure: a Chinese paragraph is short. */
static void test_chinese(void **state) {
    (void)state;
#define CHINESE                                                                                                        \
    "\xE7\xA4\x81\xE7\x9F\xB3\xE4\xB8\x8A\xE7\x9A\x84\xE7\x81\xAF\xE5\xA1\x94\xE6\x98\x9F\xE6\x9C\x9F\xE4\xB8\x80"     \
    "\xE6\x99\x9A\xE4\xB8\x8A\xE5\x86\x8D\xE6\xAC\xA1\xE7\x82\xB9\xE4\xBA\xAE\xE3\x80\x82\xE4\xB8\x89\xE4\xB8\xAA"     \
    "\xE5\xB2\x9B\xE7\x9A\x84\xE5\xAE\x88\xE5\xA1\x94\xE4\xBA\xBA\xE6\x8A\x8A\xE6\x96\xB0\xE9\x80\x8F\xE9\x95\x9C\xE3" \
    "\x80\x82"
    check("<nav><a href='/'>\xE9\xA6\x96\xE9\xA1\xB5</a></nav><div><p>" CHINESE "</p></div><footer>2031</footer>",
          "U:" CHINESE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reader_is_there),
        cmocka_unit_test(test_news),
        cmocka_unit_test(test_blog_without_paragraph_elements),
        cmocka_unit_test(test_documentation),
        cmocka_unit_test(test_forum),
        cmocka_unit_test(test_article_among_others),
        cmocka_unit_test(test_articles_within_articles),
        cmocka_unit_test(test_list_of_stories),
        cmocka_unit_test(test_pages_without_an_article),
        cmocka_unit_test(test_names_that_lie),
        cmocka_unit_test(test_quotations_stay),
        cmocka_unit_test(test_layout_by_tables),
        cmocka_unit_test(test_hidden_text),
        cmocka_unit_test(test_labels_in_boxes),
        cmocka_unit_test(test_titles),
        cmocka_unit_test(test_chinese),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
