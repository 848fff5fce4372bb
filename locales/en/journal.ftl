### What rows of the file are and say, and what operations changed in them.

# What a row is.
row =
    { $table ->
        [person] record
        [person_address] e-mail address
        [person_alias] other name
        [nobody] name that is nobody's
        [distinction] answer “not the same”
        [organisation] organisation
        [organisation_alias] other name of the organisation
        [event] event
        [session] session
        [excuse] excuse
        [mapping] answer about a column
       *[other] { $table }
    }
# What a row is; `place` is a session or an event, by title.
row-of =
    { $table ->
        [registration] registration for “{ $place }”
        [signup] sign-up for “{ $place }”
        [stay] time present in “{ $place }”
        [ruling] attendance in “{ $place }”, set by hand
        [excuse] excuse for “{ $place }”
        [session_person] part in “{ $place }”
       *[other] { $table }, “{ $place }”
    }
question = question { $number }
# One value of a row: "registration for “Autumn meeting”: status".
of-it = { $what }: { $label }
# What a value is.
column =
    { $column ->
        [title] title
        [given_name] given name
        [family_name] family name
        [role] role
        [phone] telephone
        [language] language
        [organisation_id] organisation
        [organisation_name] organisation as written
        [address] address
        [position] place in the list
        [name] name
        [status] status
        [requested_at] signed up at
        [person_id] person
        [session_id] session
        [recorded_name] recorded name
        [recorded_email] recorded address
        [joined_at] came
        [left_at] left
        [seconds] length
        [meets] met the rule
        [nobody] is nobody's
        [source] recorded in
        [matched_by] recognised
        [matched_row] row as read
        [verdict] verdict
        [reason] reason
        [state] state
        [answer] answer
        [detail] detail
        [row] row as read
        [email] address as written
        [file] file
        [line] line
        [kind] kind
        [slug] short name
        [start] start
        [end] end
        [timezone] time zone
        [place] place
        [rule] rule
        [room] room
        [capacity] places
        [drop_in] drop-in
        [part] part
        [short_name] short name
        [country] country
        [region] region
        [website] website
        [organiser] organiser
        [organiser_address] organiser's address
        [organiser_contact] organiser's contact
        [project_title] project
        [funding_reference] funding reference
        [funder] funder's line
        [signatory] signatory
        [logos] logos
        [heading] heading
        [field] meaning
        [restricted] may only be stored
        [objected] objects to its use
        [cancelled] cancelled
        [keep] kept for
        [given] agreed
        [time] given on
        [question] question
        [value] value
       *[other] { $column }
    }
state =
    { $state ->
        [open] open
       *[answered] answered
    }
minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
excused = excused
# How the program itself found whose a row is.
by-a-rule =
    { $rule ->
        [address] by the address
        [answer] by a name that was answered before
        [organisation] by name and organisation
       *[name] by the name alone
    }
at-the-door = at the door
# What a row is; `place` is an event by title, or empty.
consent =
    { $purpose ->
        [photographs] consent to photographs
        [participants] consent to being on the list of participants
        [newsletter] consent to the newsletter
        [recording] consent to being recorded
       *[other] consent: { $purpose }
    }{ $named ->
        [yes] , “{ $place }”
       *[no] { "" }
    }
