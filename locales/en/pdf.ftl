### What is said where a browser prints a page as PDF.

no-browser = there is no browser on this machine that could write a PDF
install-one = install Microsoft Edge, Google Chrome or Chromium
name-a-browser = name one of these: --browser PROGRAM, or ROLLCALL_BROWSER=PROGRAM
print-the-page = or write a page (-o FILE.html), open it in any browser, and print it there
not-there = the browser `{ $program }` is not a program on this machine
variable-not-there = `{ $program }`, which { $variable } names, is not a program on this machine
does-not-start = cannot start the browser `{ $program }`
takes-too-long =
    { $seconds ->
        [one] the browser `{ $program }` has not written the PDF within { $seconds } second, and was ended
       *[other] the browser `{ $program }` has not written the PDF within { $seconds } seconds, and was ended
    }
give-it-time = give it more time: { $variable }=600
wrote-nothing = the browser `{ $program }` has not written a PDF
ended-with = the browser `{ $program }` failed with the exit code { $code } and has not written a PDF
was-ended = the browser `{ $program }` was ended by something else and has not written a PDF
try-another = try another browser (Edge, Chrome or Chromium): --browser PROGRAM
write-seconds = write a number of seconds, from 1 to 86400
no-room = cannot write the page to be printed into `{ $folder }`
make-room = make room on the disk with the temporary files
on-a-terminal = a PDF is not text, and standard output is a terminal
into-a-file = write it to a file: -o FILE.pdf, or > FILE.pdf behind the command
browser-is-for-pdf = a browser is needed for PDF, and this is { $format }
ask-for-pdf = name a file that ends in .pdf, or add --format pdf
printing = printing
