### Setting up events and changing them.

is-event =
    { $planned ->
        [yes] `{ $title }` would be event `{ $slug }`: { $span }
       *[no] `{ $title }` is event `{ $slug }`: { $span }
    }
is-now =
    { $planned ->
        [yes] `{ $slug }` would be { $title }: { $span }
       *[no] `{ $slug }` is { $title }: { $span }
    }
add-its-sessions = add its sessions with `rollcall session add`, or import a programme
taken = there is an event `{ $slug }` already: { $title }
edit-it = `rollcall event edit { $slug }` changes it; --slug gives another one its own short name
without-a-title = the event has no title
needs-a-title = an event needs a title
without-an-end = the end of the event is missing
add-an-end = add --end 18:00, or give the start as a date alone for the whole day
give-the-end-with-date = give the end with its date: --end 'YYYY-MM-DD HH:MM'
session-outside = `{ $session }` is outside of the event's time
# What an operation did.
added = 1 event added: { $slug }
# What an operation did.
changed = event { $slug } changed
not-a-logo = `{ $file }` is not a picture that a document can show
logo-formats = name a file that ends in .png, .jpg or .svg
logo-not-read = cannot read the logo `{ $file }`
another-logo = put it there, or change the event: rollcall event edit --logo FILE, --logo '' for none
logo-too-large = the logo `{ $file }` is larger than 2 MB
smaller-logo = name a smaller picture; it is in every document
not-over-yet = `{ $slug }` is not over yet
minimise-afterwards = minutes and verdicts are known when it is
really-minimise =
    reduce { $title } to minutes? Times and recorded names of { $stays ->
        [one] { $stays } stay
       *[other] { $stays } stays
    } go, and { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    }; this cannot be undone
minimised =
    { $slug } is reduced to minutes for good: { $stays ->
        [one] { $stays } stay
       *[other] { $stays } stays
    }, { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    }
