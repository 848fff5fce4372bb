### What is wrong, of the command line, the environment and the machine.

unknown-language = `{ $name }` is not a language of this program; choose one of these: { $languages }
# A variable of the environment: its name, and what is wrong with its value.
variable = { $name }: { $reason }
