// raii.cpp - libsumm in C++: handles that free themselves, failures as exceptions.
#include <iostream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>
#include <summ.h>
#include <vector>

namespace {

template <auto Free> struct Freed {
    template <typename T> void operator()(T *handle) const {
        Free(handle);
    }
};
using Engine = std::unique_ptr<summ_engine, Freed<summ_engine_free>>;
using Doc = std::unique_ptr<summ_doc, Freed<summ_doc_free>>;
using Sentences = std::unique_ptr<summ_sentences, Freed<summ_sentences_free>>;

// Calls a function whose last argument is where the handle goes.
template <typename Handle, typename Function, typename... Arguments>
Handle make(Function function, Arguments... arguments) {
    typename Handle::pointer made = nullptr;
    if (summ_status status = function(arguments..., &made); status != SUMM_OK)
        throw std::runtime_error(summ_status_message(status));
    return Handle(made);
}

std::vector<std::string> summarize(const std::string &text, std::size_t words) {
    auto engine = make<Engine>(summ_engine_new, nullptr);
    auto doc = make<Doc>(summ_doc_new, engine.get(), text.data(), text.size(), nullptr);
    summ_summary_options options;
    summ_summary_options_init(&options, sizeof options);
    options.max_words = words;
    auto best = make<Sentences>(summ_summarize, doc.get(), &options);
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < summ_sentences_count(best.get()); i++)
        lines.emplace_back(summ_sentences_at(best.get(), i)->text);
    return lines;
}

} // namespace

int main() {
    std::string text(std::istreambuf_iterator<char>(std::cin), {});
    try {
        for (const auto &line : summarize(text, 60))
            std::cout << line << '\n';
    } catch (const std::exception &failure) {
        std::cerr << failure.what() << '\n';
        return 1;
    }
}
