### The frame of help, and what is said of a command line that is wrong.

# Over the calls at the beginning of help.
examples = Examples:
usage = Usage:
# In usage, in the place of options: `[OPTIONS]`.
options-in-usage = OPTIONS
# In usage, in the place of a command: `<COMMAND>`.
command = COMMAND
commands = Commands
arguments = Arguments
options = Options
options-of-every-command = Options of every command
# The option --help, where there is one help alone.
help = Print help
# The option -h, where --help says more.
help-or-more = Print help (see more with '--help')
# The option --help, where -h says less.
help-or-less = Print help (see a summary with '-h')
# The option --version.
version = Print version
# Behind what an option is.
by-default = [default: { $value }]
# Behind what an option is: the words it takes.
possible-values = [possible values: { $values }]

## Headings of a manual page.

page-name = Name
page-synopsis = Synopsis
page-description = Description

## What is wrong.

no-such-command = there is no command `{ $word }`
unexpected = unexpected argument `{ $word }`
invalid-value = invalid value `{ $value }` for `{ $argument }`
no-value = `{ $argument }` needs a value
surplus-value = `{ $argument }` takes no value, and `{ $value }` is given
# `others` is what cannot go with it, in a row.
not-together = `{ $argument }` cannot be used with { OR($others) }
not-together-with-others = `{ $argument }` cannot be used with what else is given
not-twice = `{ $argument }` can be given only once
missing =
    { $count ->
        [one] an argument is missing: { $arguments }
       *[other] arguments are missing: { $arguments }
    }
missing-command = `{ $command }` needs a command
not-text = the command line has bytes that are not text (UTF-8)
# In place of anything else.
wrong = the command line is wrong

## What to do.

did-you-mean = did you mean { OR($words) }?
choices = write one of these: { $values }
# A word that begins with a hyphen and is not meant as an option.
after-hyphens = where `{ $word }` is not an option, write `--` before it
# The last line.
for-more = For more information, try `{ $command } --help`.

## Why a value is invalid.

not-a-number = this is not a whole number
number-of-an-operation = write the number of an operation, as `rollcall history` shows it
