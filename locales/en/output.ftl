### What is wrong with an output: its format, its template, its workbook.

unknown-ending = no format has the ending `.{ $ending }`; choose one of { AND($endings) }, or none for text
unknown-format = `{ $name }` is not a format; choose one of { AND($formats) }
too-many-rows = `{ $table }` has { $rows } rows, and a sheet of a workbook has room for { $most }
too-many-columns = `{ $table }` has { $columns } columns, and a sheet of a workbook has room for { $most }
no-temporary-files = temporary files cannot be written in `{ $folder }`
workbook-not-written = the workbook could not be written
not-written = the output cannot be written
# `reason` is what the template engine says.
template-mistake = { $name }, line { $line }: { $reason }
