#!/bin/sh
# Where Python has a validator, it too is asked whether the schema is one and what -t json prints follows it; the test
# that needs nothing is tests/contract/schema_test.c.
python3 -c 'from jsonschema import Draft202012Validator' 2>/dev/null || exit 0
"$OUT/summ" -t json --explain -k 5 -n 2 tests/samples/lighthouse.txt tests/golden/files/bees.txt | python3 -c '
import json, sys
from jsonschema import Draft202012Validator
schema = json.load(open("include/summ.schema.json"))
Draft202012Validator.check_schema(schema)
Draft202012Validator(schema).validate(json.load(sys.stdin))
'
