### What is said of the event of an import or of a document, where none is on file.

which-title = What is the event called?
which-date = When is it? (2024-06-12, or 2024-06-12 10:00-16:00)
without-a-title = nothing says what it is called
without-a-date = nothing says when it is
say-title-and-date = say both: --title 'Autumn meeting' --date 2024-06-12
say-the-title = say it: --title 'Autumn meeting'
say-the-date = say it: --date 2024-06-12, or --date '2024-06-12 10:00-16:00'
date-with-an-end = give the end too: --date '2024-06-12 10:00-16:00', or a date alone for the whole day
title-of-name = the title is that of the file: { $title }; --title gives another one
date-of-name = the date is the one in the file's name: { $date }; --date gives another one
there-already = there is an event on file: { $title }
leave-out-or-edit = leave out --title and --date, or change the event
