/* task.c - what all kinds of tasks share. */
#include "task.h"

#include "message.h"
#include "record.h"
#include "text.h"

const char *task_format(const task *one) {
    if (one->asked->to != NULL)
        return one->asked->to;
    return one->is_records ? "jsonl" : "text";
}

void task_perform(task *one) {
    if (one->is_records)
        record_perform(one);
    else
        text_perform(one);
}

static void say(task *one, tape_kind kind, size_t line, const char *reason) {
    char message[MESSAGE_ROOM];
    size_t n = one->asked->quiet ? 0 : message_about(message, one->title, line, reason);
    tape_say(&one->made, kind, message, n);
}

void task_warn(task *one, size_t line, const char *reason) {
    say(one, TAPE_WARNING, line, reason);
}

void task_failed(task *one, size_t line, const char *reason) {
    say(one, TAPE_FAILURE, line, reason);
}

summ_status task_write(task *one, const result *made, const char *const *names, size_t n_names) {
    bool headed = one->is_records || one->asked->n_files > 1 || one->asked->recursive;
    tape_say(&one->made, TAPE_REPORT, NULL, 0);
    summ_status status = result_write(one->asked, made, task_format(one), headed && n_names == 1, names, n_names,
                                      tape_write, &one->made);
    one->n_results += result_count(made);
    return status == SUMM_ERR_WRITE ? SUMM_OK : status;
}

void task_clear(task *one) {
    bytes text = one->text, name = one->name, lines = one->lines;
    tape made = one->made;
    bytes_clear(&text);
    bytes_clear(&name);
    bytes_clear(&lines);
    tape_clear(&made);
    *one = (task){.text = text, .name = name, .lines = lines, .made = made};
}

void task_free(task *one) {
    bytes_free(&one->text);
    bytes_free(&one->lines);
    bytes_free(&one->name);
    tape_free(&one->made);
}
