// node others.js PACKAGE FILE: three sentences of a text by a package of npm, for the comparison in BENCHMARKS.md. The
// packages are looked for where NODE_PATH says.
const fs = require('fs');

const [name, file] = process.argv.slice(2);
const text = fs.readFileSync(file, 'utf8');

const tools = {
    'lexrank': () => new Promise((done, fail) => require('lexrank').summarize(text, 3, (error, lines) =>
        error ? fail(error) : done(lines.map(line => line.text)))),
    'node-summarizer': () => {
        const { SummarizerManager } = require('node-summarizer');
        return new SummarizerManager(text, 3).getSummaryByRank().then(result => [result.summary]);
    },
    'node-summarizer-frequency': () => {
        const { SummarizerManager } = require('node-summarizer');
        return [new SummarizerManager(text, 3).getSummaryByFrequency().summary];
    },
    'text-summarization': () => require('text-summarization')({ text, numSentences: 3 })
        .then(result => result.extractive),
    'textrank': () => {
        const { TextRank } = require('textrank');
        return new TextRank(text, { extractAmount: 3, summaryType: 'array' }).summarizedArticle;
    },
    'ts-textrank': () => {
        const t = require('ts-textrank');
        const config = new t.AbsoluteSummarizerConfig(3, new t.SorensenDiceSimilarity(), new t.DefaultTextParser(), 0.85,
            t.Summarizer.SORT_OCCURENCE);
        return new t.Summarizer(config, new t.NullLogger()).summarize(text, 'en');
    },
};

Promise.resolve(tools[name]()).then(sentences => console.log(sentences.join('\n')), error => {
    console.error(error);
    process.exit(1);
});
