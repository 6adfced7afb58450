#include "select/unwanted.h"

#include "text/form.h"

sm_unwanted_kind sm_unwanted(const sm_doc *doc, const sm_select_options *options, const sm_sentence *sentence) {
    const char *text = doc->input.text;
    if (options->no_questions && sm_form_asks(text, sentence->begin, sentence->end, doc->language))
        return SM_UNWANTED_QUESTION;
    bool quotes = options->no_quotes && (doc->input.blocks.at[sentence->block].role == SM_ROLE_QUOTE ||
                                         sm_form_quotes(text, sentence->begin, sentence->end));
    return quotes ? SM_UNWANTED_QUOTATION : SM_WANTED;
}
