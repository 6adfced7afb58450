"""Texts that the tests share."""

from pathlib import Path

HERE = Path(__file__).resolve().parent
ARTICLE = (HERE / "../../../tests/samples/lighthouse.txt").read_text(encoding="utf-8")
CYRILLIC = (
    "Старый маяк на острове снова работает. Его построили рыбаки сто лет назад — и он 😀 спас много кораблей. "
    "Теперь лампа маяка светит на двадцать миль. Рыбаки острова говорят, что маяк им нужен и сегодня."
)


def one_line(text):
    return " ".join(text.split())
