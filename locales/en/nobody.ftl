### What a text is that stands in the place of a name and names nobody.

telephone = a telephone number
no-name = no name
program = a program that takes notes
device = a device without an owner
